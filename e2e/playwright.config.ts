import { defineConfig } from '@playwright/test';

const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

/** Two forms of one app: `built` runs out/ on the development runtime, `packaged` is what users get, with the release fuses. */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Most tests wait for sound or for a server: three at once are done sooner on two processors, and none gets noisy.
  // As many displays are opened for them in build/check/end-to-end.mjs.
  workers: 3,
  fullyParallel: true,
  // What is heard takes real time, and a machine that is busy for a moment makes a hole in a recording. A test that passes only when
  // tried again is listed as flaky at the end.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  projects: [
    { name: 'built', metadata: { form: 'built' }, grepInvert: /@packaged-only/ },
    { name: 'packaged', metadata: { form: 'packaged' }, grep: /@packaged/ },
  ],
});
