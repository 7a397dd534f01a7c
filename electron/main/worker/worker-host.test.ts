import { Worker } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { WorkerHost } from './worker-host.ts';
import type { WorkerProcess } from './worker-host.ts';

/** Stands in for the utility process: 'loop' never ends, 'die' exits, 'lie' answers nonsense, all else is echoed as a list. */
const script = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, args }) => {
  const say = new TextDecoder().decode(args.bytes);
  if (say === 'loop') for (;;);
  if (say === 'die') process.exit(3);
  const value = say === 'lie' ? { outlines: 'none' } : { outlines: [], rejected: [{ text: say, reason: '' }] };
  parentPort.postMessage({ id, outcome: say === 'no' ? { ok: false, error: { code: 'opml-unreadable' } } : { ok: true, value } });
});`;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
let forked = 0;
let host: WorkerHost | undefined;

function fork(): WorkerProcess {
  forked += 1;
  const worker = new Worker(script, { eval: true });
  return {
    postMessage: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', listener),
    onExit: (listener) => worker.on('exit', listener),
    kill: () => void worker.terminate(),
  };
}

function ask(say: string): Promise<unknown> {
  host ??= new WorkerHost({ fork, log: silent, timeoutMs: () => 400 });
  return host.run('opml:parse', { bytes: new TextEncoder().encode(say) });
}

afterEach(() => {
  host?.stop();
  host = undefined;
  forked = 0;
});

const echoed = (text: string): object => ({
  ok: true,
  value: { outlines: [], rejected: [{ text, reason: '' }] },
});

it('answers many jobs with one process, failures as values', async () => {
  expect(await Promise.all([ask('a'), ask('no'), ask('b')])).toEqual([
    echoed('a'),
    { ok: false, error: { code: 'opml-unreadable' } },
    echoed('b'),
  ]);
  expect(forked).toBe(1);
});

it('ends a job that never ends; those behind it are done by a new process', async () => {
  const [endless, behind] = await Promise.all([ask('loop'), ask('behind')]);
  expect(endless).toMatchObject({ ok: false, error: { code: 'worker-failed' } });
  expect(behind).toEqual(echoed('behind'));
  expect(forked).toBe(2);
});

it('starts again after the process died', async () => {
  expect(await ask('die')).toMatchObject({ ok: false, error: { code: 'worker-failed' } });
  expect(await ask('again')).toEqual(echoed('again'));
});

it('does not trust an answer of another shape', async () => {
  expect(await ask('lie')).toMatchObject({ ok: false, error: { code: 'worker-failed' } });
});
