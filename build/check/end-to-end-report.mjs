/** @typedef {{ title: string, file: string, tests: { projectName: string, status: string }[] }} Spec */
/** @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite */
/** @typedef {{ suites: Suite[], errors: { message?: string }[] }} Report Playwright's, as JSON. */

/** @param {Suite} suite @returns {Spec[]} */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/**
 * Adds up a Playwright JSON report. A test that passed only when tried again did pass; an error outside any test is a failure.
 * @param {Report} report
 * @returns {import('./tests-run.mjs').TestsRun}
 */
export function endToEndRun({ suites, errors }) {
  const tests = suites
    .flatMap(specsOf)
    .flatMap(({ title, file, tests }) =>
      tests.map(({ projectName, status }) => ({ name: `[${projectName}] ${file} > ${title}`, status })),
    );
  const named = (/** @type {string} */ wanted) =>
    tests.filter(({ status }) => status === wanted).map(({ name }) => name);
  return {
    passed: named('expected').length + named('flaky').length,
    failed: [...named('unexpected'), ...errors.map(({ message }) => `outside any test: ${message}`)],
    triedAgain: named('flaky'),
    leftOut: named('skipped'),
  };
}
