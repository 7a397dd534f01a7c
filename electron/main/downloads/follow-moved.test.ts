import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { frameIndexName } from '../../../core/audio/frame-index.ts';
import { listFinished } from './finished-files.ts';
import { Ledger } from './ledger.ts';

let folder: string;
let ledger: Ledger;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-moved-'));
  for (const name of ['Show', '.earmark']) mkdirSync(path.join(folder, name));
  ledger = await Ledger.open(folder, path.join(folder, 'copy.jsonl'));
  for (const [episodeId, sound] of [
    ['a', 'sound of a'],
    ['b', 'sound of b'],
  ] as const) {
    writeFileSync(inFolder(`Show/${episodeId}.mp3`), sound);
    await ledger.add({ episodeId, fileName: `Show/${episodeId}.mp3`, bytes: sound.length });
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string): string => path.join(folder, name);

async function look(): Promise<Record<string, string>> {
  const all = await listFinished([ledger], () => false);
  return Object.fromEntries(
    [...all.values()].map(({ episodeId, state, fileName }) => [episodeId, `${state} ${fileName}`]),
  );
}

it('finds a download again that was renamed or moved, and takes along what was learned of it', async () => {
  expect(await look()).toEqual({ a: 'done Show/a.mp3', b: 'done Show/b.mp3' });
  writeFileSync(inFolder(`Show/${frameIndexName('a.mp3')}`), 'index');
  mkdirSync(inFolder('Mine/Deep'), { recursive: true });
  renameSync(inFolder('Show/a.mp3'), inFolder('Mine/Deep/walk.mp3'));
  const found = { a: 'done Mine/Deep/walk.mp3', b: 'done Show/b.mp3' };
  expect(await look()).toEqual(found);
  expect(existsSync(inFolder(`Mine/Deep/${frameIndexName('walk.mp3')}`))).toBe(true);
  ledger = await Ledger.open(folder, path.join(folder, 'copy.jsonl'));
  expect(await look()).toEqual(found);
});

it('tells two downloads apart whose names were exchanged with others', async () => {
  await look();
  renameSync(inFolder('Show/a.mp3'), inFolder('Show/1.mp3'));
  renameSync(inFolder('Show/b.mp3'), inFolder('Show/2.mp3'));
  expect(await look()).toEqual({ a: 'done Show/1.mp3', b: 'done Show/2.mp3' });
});

it('does not choose between copies, and takes no other file of the same size', async () => {
  await look();
  copyFileSync(inFolder('Show/a.mp3'), inFolder('Show/1.mp3'));
  renameSync(inFolder('Show/a.mp3'), inFolder('Show/2.mp3'));
  rmSync(inFolder('Show/b.mp3'));
  writeFileSync(inFolder('Show/3.mp3'), 'sound of c');
  expect(await look()).toEqual({ a: 'missing Show/a.mp3', b: 'missing Show/b.mp3' });
});
