import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { collectGarbage } from './collect-garbage.ts';

const makeTable = () => new WeakRef(new Float64Array(1_000));

it('gives back at once what nothing holds any more', async () => {
  const table = makeTable();
  expect(table.deref()).toBeDefined();
  // What was asked after lives on until the end of the turn.
  await setImmediate();
  collectGarbage();
  expect(table.deref()).toBeUndefined();
});
