import { describe, expect, it } from 'vitest';
import { addUp, countEndToEndTests, countUnitTests, leftOutUnitTests } from './count-tests.mjs';

describe('counting tests', () => {
  it('counts a test file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'passed', assertionResults: [{}, {}] },
      { status: 'failed', assertionResults: [] },
    ];
    expect(countUnitTests({ numPassedTests: 2, numFailedTests: 0, testResults })).toEqual({
      passed: 2,
      failed: 1,
    });
  });

  it('counts an error outside any end-to-end test as a failure', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] };
    expect(countEndToEndTests(report)).toEqual({ passed: 6, failed: 2 });
  });

  it('names what was left out', () => {
    const results = [
      { status: 'passed', fullName: 'one' },
      { status: 'skipped', fullName: 'two (needs a disk)' },
      { status: 'failed', fullName: 'three' },
    ];
    const report = { testResults: [{ name: 'a.test.ts', assertionResults: results }] };
    expect(leftOutUnitTests(report)).toEqual(['two (needs a disk)']);
  });

  it('adds up', () => {
    expect(
      addUp([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });
});
