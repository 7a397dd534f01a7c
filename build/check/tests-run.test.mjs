import { describe, expect, it } from 'vitest';
import { endToEndRun } from './end-to-end-report.mjs';
import { addUp, describeRun } from './tests-run.mjs';
import { unitRun } from './unit-report.mjs';

/** @param {string} file @param {string} state @param {[name: string, state: string, flaky?: boolean][]} tests */
const testFile = (file, state, tests) => ({
  relativeModuleId: file,
  state: () => state,
  children: {
    allTests: () =>
      tests.map(([fullName, its, flaky = false]) => ({
        fullName,
        result: () => ({ state: its }),
        diagnostic: () => ({ flaky }),
      })),
  },
});

describe('a run of unit tests', () => {
  it('names what failed, what was tried again and what was left out', () => {
    const files = [
      testFile('a.test.ts', 'failed', [
        ['one', 'passed'],
        ['two', 'failed'],
        ['three', 'passed', true],
      ]),
      testFile('b.test.ts', 'passed', [['four (needs a disk)', 'skipped']]),
    ];
    expect(unitRun(files, [])).toEqual({
      passed: 2,
      failed: ['a.test.ts > two'],
      triedAgain: ['a.test.ts > three'],
      leftOut: ['b.test.ts > four (needs a disk)'],
    });
  });

  it('counts a file that could not be loaded, and an error outside any test, as failures', () => {
    const files = [testFile('a.test.ts', 'failed', []), testFile('b.test.ts', 'passed', [['one', 'passed']])];
    const run = unitRun(files, [{ message: 'lost' }]);
    expect(run.passed).toBe(1);
    expect(run.failed).toEqual(['a.test.ts', 'outside any test: lost']);
  });
});

it('a run of end-to-end tests is added up through all levels', () => {
  const spec = (/** @type {string} */ title, /** @type {string} */ status) => ({
    title,
    file: 'a.spec.ts',
    tests: [{ projectName: 'built', status }],
  });
  const suites = [
    {
      title: 'a.spec.ts',
      specs: [spec('one', 'expected'), spec('two', 'skipped')],
      suites: [{ title: 'by ear', specs: [spec('three', 'flaky'), spec('four', 'unexpected')] }],
    },
  ];
  expect(endToEndRun({ suites, errors: [{ message: 'lost' }] })).toEqual({
    passed: 2,
    failed: ['[built] a.spec.ts > four', 'outside any test: lost'],
    triedAgain: ['[built] a.spec.ts > three'],
    leftOut: ['[built] a.spec.ts > two'],
  });
});

it('runs are added up and told with what failed last', () => {
  const all = addUp([
    { passed: 1, failed: [], triedAgain: ['b'], leftOut: [] },
    { passed: 2, failed: ['c'], triedAgain: [], leftOut: ['d'] },
  ]);
  expect(describeRun(all)).toBe('  left out     d\n  tried again  b\n  FAILED       c\n3 passed, 1 failed\n');
});
