import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MoveNeeds } from './move-file.ts';
import { movePart } from './move-part.ts';
import { PartFile, readParts } from './part-file.ts';

const bytes = Buffer.alloc(300_000, 7);
let base: string;
let part: PartFile;
const [old, now] = ['old', 'new'].map((name) => () => path.join(base, name)) as [() => string, () => string];
const names = (folder: string): string[] => readdirSync(path.join(folder, '.earmark')).sort();

beforeEach(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'earmark-move-part-'));
  mkdirSync(path.join(old(), '.earmark'), { recursive: true });
  const request = {
    episodeId: 'a',
    url: 'https://audio.example/a.mp3',
    podcastTitle: 'Show',
    episodeTitle: 'Title',
    type: 'audio/mpeg',
    feedUrl: 'https://audio.example/feed',
  };
  part = new PartFile(old(), { version: 1, request, addedAt: 1, offset: bytes.length });
  writeFileSync(part.file, bytes);
  await part.save({});
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
  String(source).startsWith(old())
    ? Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }))
    : rename(source, target);

describe('moving an unfinished download', () => {
  it.each([
    ['on one file system', {}],
    ['to another', { rename: acrossDisks }],
  ] as const)('%s takes its bytes and its journal', async (_where, more) => {
    const moved = await movePart(part, now(), needs(more));
    expect(readFileSync(moved.file).equals(bytes)).toBe(true);
    expect([names(old()), names(now())]).toEqual([[], ['a.json', 'a.part']]);
    const [found] = await readParts(now());
    expect(found?.journal).toEqual(part.journal);
  });

  it('to another file system says how far it has come', async () => {
    const told: number[] = [];
    await movePart(part, now(), needs({ rename: acrossDisks, onBytes: (done) => told.push(done) }));
    expect(told.at(-1)).toBe(bytes.length);
  });

  it('leaves everything where it was when it is stopped, or there is no room', async () => {
    const controller = new AbortController();
    const stopping = { signal: controller.signal, onBytes: () => controller.abort(), rename: acrossDisks };
    await expect(movePart(part, now(), needs(stopping))).rejects.toThrow();
    const full = { rename: acrossDisks, freeBytes: () => Promise.resolve(1000) };
    await expect(movePart(part, now(), needs(full))).rejects.toMatchObject({ error: { code: 'disk-full' } });
    expect([names(old()), names(now())]).toEqual([['a.json', 'a.part'], []]);
  });

  it('begins anew at the new place when somebody removed the bytes', async () => {
    rmSync(part.file);
    const moved = await movePart(part, now(), needs());
    expect(moved.journal.offset).toBe(0);
    expect(existsSync(moved.file)).toBe(false);
    expect([names(old()), names(now())]).toEqual([[], ['a.json']]);
  });
});
