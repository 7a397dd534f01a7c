import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,electron,renderer,build}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
    testTimeout: 20_000,
    maxWorkers: 2,
    expect: { poll: { timeout: 10_000 } },
    // Real sockets and files share a machine that may be busy for a moment. A test that passes only when tried again is told of at the end.
    retry: process.env.CI === undefined ? 0 : 1,
    reporters: ['default', './build/check/unit-report.mjs'],
  },
});
