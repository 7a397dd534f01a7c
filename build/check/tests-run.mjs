/**
 * What became of a run of tests.
 * @typedef {object} TestsRun
 * @property {number} passed
 * @property {string[]} failed Names, so that the last lines of a run say what went wrong.
 * @property {string[]} triedAgain Names of tests that passed only when tried again.
 * @property {string[]} leftOut Names of tests that were not run, which say what they need: nobody should take for tested what was not.
 */

/** @type {TestsRun} */
const nothing = { passed: 0, failed: [], triedAgain: [], leftOut: [] };

/** @type {TestsRun} */
export const onePassed = { ...nothing, passed: 1 };

/** @param {string} name @returns {TestsRun} */
export const failure = (name) => ({ ...nothing, failed: [name] });

/** @param {TestsRun[]} runs @returns {TestsRun} */
export function addUp(runs) {
  return {
    passed: runs.reduce((sum, run) => sum + run.passed, 0),
    failed: runs.flatMap((run) => run.failed),
    triedAgain: runs.flatMap((run) => run.triedAgain),
    leftOut: runs.flatMap((run) => run.leftOut),
  };
}

/** @param {TestsRun} run @returns {string} The last words of a run: whatever did not simply pass, a line each, and the numbers. */
export function describeRun(run) {
  return [
    ...run.leftOut.map((name) => `  left out     ${name}`),
    ...run.triedAgain.map((name) => `  tried again  ${name}`),
    ...run.failed.map((name) => `  FAILED       ${name}`),
    `${run.passed} passed, ${run.failed.length} failed\n`,
  ].join('\n');
}
