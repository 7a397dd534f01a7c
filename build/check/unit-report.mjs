import { writeFile } from 'node:fs/promises';

/**
 * The parts of vitest's tests that are looked at.
 * @typedef {{ fullName: string, result: () => { state: string }, diagnostic: () => { flaky: boolean } | undefined }} UnitTest
 * @typedef {{ relativeModuleId: string, state: () => string, children: { allTests: () => Iterable<UnitTest> } }} TestFile
 */

/**
 * Adds up what vitest tells at its end. A test file that failed without a failed test (it could not be loaded, say) is one failure, and so
 * is an error that came up outside all tests.
 * @param {readonly TestFile[]} files
 * @param {readonly { message?: string }[]} unhandledErrors
 * @returns {import('./tests-run.mjs').TestsRun}
 */
export function unitRun(files, unhandledErrors) {
  const tests = files.flatMap(({ relativeModuleId, children }) =>
    [...children.allTests()].map((test) => ({
      file: relativeModuleId,
      name: `${relativeModuleId} > ${test.fullName}`,
      state: test.result().state,
      triedAgain: test.diagnostic()?.flaky === true,
    })),
  );
  const named = (/** @type {string} */ wanted) =>
    tests.filter(({ state }) => state === wanted).map(({ name }) => name);
  const blamed = new Set(tests.filter(({ state }) => state === 'failed').map(({ file }) => file));
  return {
    passed: named('passed').length,
    failed: [
      ...named('failed'),
      ...files
        .filter((file) => file.state() === 'failed' && !blamed.has(file.relativeModuleId))
        .map(({ relativeModuleId }) => relativeModuleId),
      ...unhandledErrors.map(({ message }) => `outside any test: ${message}`),
    ],
    triedAgain: tests.filter(({ triedAgain }) => triedAgain).map(({ name }) => name),
    leftOut: [...named('skipped'), ...named('pending')],
  };
}

/** A reporter of vitest that leaves what became of the run as JSON in the file that `EARMARK_UNIT_REPORT` names. */
export default class UnitReport {
  /** @param {readonly TestFile[]} files @param {readonly { message?: string }[]} unhandledErrors */
  async onTestRunEnd(files, unhandledErrors) {
    const { EARMARK_UNIT_REPORT } = process.env;
    if (EARMARK_UNIT_REPORT)
      await writeFile(EARMARK_UNIT_REPORT, JSON.stringify(unitRun(files, unhandledErrors)));
  }
}
