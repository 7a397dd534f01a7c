import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companionNames } from '../../../core/audio/companion-names.ts';
import { removeFinished } from './finished-files.ts';
import { Ledger } from './ledger.ts';
import { moveFinished } from './move-finished.ts';
import type { MoveNeeds } from './move-file.ts';

let base: string;
let from: Ledger;
let to: Ledger;
const entry = { episodeId: 'a', fileName: 'Show/Title.mp3', bytes: 300_000 };
const audio = Buffer.alloc(entry.bytes, 7);
const open = (name: string): Promise<Ledger> =>
  Ledger.open(path.join(base, name), path.join(base, 'ledgers', `${name}.jsonl`));
const place = (ledger: Ledger, name = entry.fileName): string => path.join(ledger.folder, name);

beforeEach(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'earmark-move-'));
  for (const name of ['old/Show', 'old/.earmark', 'new/.earmark'])
    mkdirSync(path.join(base, name), { recursive: true });
  [from, to] = [await open('old'), await open('new')];
  writeFileSync(place(from), audio);
  utimesSync(place(from), 1000, 1000);
  await from.add(entry);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const needs = (more: Partial<MoveNeeds> = {}): MoveNeeds => ({
  signal: new AbortController().signal,
  onBytes: () => undefined,
  freeBytes: () => Promise.resolve(1e12),
  ...more,
});
/** As between two file systems: only within the new folder a file can be renamed. */
const acrossDisks: MoveNeeds['rename'] = (source, target) =>
  String(source).startsWith(from.folder)
    ? Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }))
    : rename(source, target);
/** What a next start finds: exactly one whole file that a ledger names. */
async function foundAfterRestart(): Promise<string[]> {
  const ledgers = [await open('old'), await open('new')];
  return ledgers.flatMap((ledger) => {
    const known = ledger.get('a');
    const file = known === undefined ? '' : place(ledger, known.fileName);
    return known !== undefined && existsSync(file) && statSync(file).size === known.bytes ? [file] : [];
  });
}

describe('moving a finished file', () => {
  it.each([
    ['on one file system', {}],
    ['to another', { rename: acrossDisks }],
  ] as const)('%s keeps its name, its bytes and its time', async (_where, more) => {
    await moveFinished(entry, { from, to }, needs(more));
    expect(readFileSync(place(to)).equals(audio)).toBe(true);
    expect(statSync(place(to)).mtimeMs).toBe(1_000_000);
    expect([to.get('a'), from.get('a')]).toEqual([entry, undefined]);
    expect(existsSync(path.dirname(place(from)))).toBe(false);
    expect(await foundAfterRestart()).toEqual([place(to)]);
  });

  it.each([
    ['on one file system', {}],
    ['to another', { rename: acrossDisks }],
  ] as const)('%s takes along what was learned of it, under the name it gets', async (_where, more) => {
    const beside = (ledger: Ledger, audioName: string) =>
      companionNames(audioName).map((name) => place(ledger, `Show/${name}`));
    for (const file of beside(from, 'Title.mp3')) writeFileSync(file, path.basename(file));
    mkdirSync(path.dirname(place(to)));
    writeFileSync(place(to), 'mine');
    await moveFinished(entry, { from, to }, needs(more));
    const moved = beside(to, 'Title (2).mp3').map((file) => readFileSync(file, 'utf8'));
    expect(moved).toEqual(companionNames('Title.mp3'));
    expect(existsSync(path.dirname(place(from)))).toBe(false);
    await removeFinished(to, 'a');
    expect(readdirSync(path.dirname(place(to)))).toEqual(['Title.mp3']);
  });

  it('never writes over a file that is there', async () => {
    mkdirSync(path.dirname(place(to)));
    writeFileSync(place(to), 'mine');
    await moveFinished(entry, { from, to }, needs());
    expect(readFileSync(place(to), 'utf8')).toBe('mine');
    expect(to.get('a')?.fileName).toBe('Show/Title (2).mp3');
  });

  it('leaves the file where it was when the new disk is full or the copy breaks', async () => {
    const full = needs({ rename: acrossDisks, freeBytes: () => Promise.resolve(1000) });
    await expect(moveFinished(entry, { from, to }, full)).rejects.toMatchObject({
      error: { code: 'disk-full' },
    });
    expect(await foundAfterRestart()).toEqual([place(from)]);
  });

  it('leaves nothing half done when it is stopped in the middle of a copy', async () => {
    const controller = new AbortController();
    const stopping = needs({
      rename: acrossDisks,
      signal: controller.signal,
      onBytes: () => controller.abort(),
    });
    await expect(moveFinished(entry, { from, to }, stopping)).rejects.toThrow();
    expect(await foundAfterRestart()).toEqual([place(from)]);
    expect(existsSync(path.join(to.folder, '.earmark', 'a.copy'))).toBe(false);
  });

  it('touches nothing outside the folders, wherever links in them lead', async () => {
    const outside = path.join(base, 'outside');
    mkdirSync(outside);
    writeFileSync(path.join(outside, 'Title.mp3'), audio);
    rmSync(path.dirname(place(from)), { recursive: true });
    symlinkSync(outside, path.dirname(place(from)));
    await moveFinished(entry, { from, to }, needs());
    await removeFinished(from, 'a');
    expect(readFileSync(path.join(outside, 'Title.mp3')).equals(audio)).toBe(true);
    expect(existsSync(place(to))).toBe(false);
  });

  it('does not follow a link in the new folder out of it', async () => {
    const outside = path.join(base, 'outside');
    mkdirSync(outside);
    symlinkSync(outside, path.dirname(place(to)));
    await expect(moveFinished(entry, { from, to }, needs())).rejects.toMatchObject({
      error: { code: 'disk-denied' },
    });
    expect(readdirSync(outside)).toEqual([]);
    expect(await foundAfterRestart()).toEqual([place(from)]);
  });

  it('is ended by the next move where a crash came between the two places', async () => {
    mkdirSync(path.dirname(place(to)));
    writeFileSync(place(to), audio);
    await to.add(entry);
    await moveFinished(entry, { from, to }, needs());
    expect(await foundAfterRestart()).toEqual([place(to)]);
    expect(existsSync(place(from))).toBe(false);
  });

  it('loses nothing when the file cannot appear under the name that is already noted', async () => {
    const broken = needs({ rename: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) });
    await expect(moveFinished(entry, { from, to }, broken)).rejects.toThrow('EIO');
    expect(await foundAfterRestart()).toEqual([place(from)]);
    await moveFinished(entry, { from: await open('old'), to: await open('new') }, needs());
    expect(await foundAfterRestart()).toEqual([place(to)]);
  });
});
