import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { success } from '../../../core/result.ts';
import { readOpmlFile } from './read-opml-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'earmark-opml-'));
});
afterAll(() => rm(folder, { recursive: true }));

const asked: Uint8Array[] = [];
const runJob = ((_job: string, { bytes }: { bytes: Uint8Array }) => {
  asked.push(bytes);
  return Promise.resolve(success({ outlines: [], rejected: [] }));
}) as unknown as RunWorkerJob;

it('gives the worker the bytes of the file', async () => {
  const file = path.join(folder, 'list.opml');
  await writeFile(file, '<opml/>');
  expect(await readOpmlFile(file, runJob)).toEqual(success({ outlines: [], rejected: [] }));
  expect(asked.map((bytes) => Buffer.from(bytes).toString())).toEqual(['<opml/>']);
});

it.each([
  ['missing.opml', 'file-missing'],
  ['.', 'file-missing'],
  ['big.opml', 'too-large'],
])('refuses %s without reading it: %s', async (name, code) => {
  const file = path.join(folder, name);
  if (name === 'big.opml') {
    await writeFile(file, '');
    await truncate(file, 20 * 1024 * 1024 + 1);
  }
  asked.length = 0;
  expect(await readOpmlFile(file, runJob)).toMatchObject({ ok: false, error: { code } });
  expect(asked).toEqual([]);
});
