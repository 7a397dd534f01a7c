import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,electron,renderer,build}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
