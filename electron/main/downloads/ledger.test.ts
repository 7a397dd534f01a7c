import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Ledger } from './ledger.ts';

let base: string;
let folder: string;
let copy: string;
const file = (): string => path.join(folder, '.earmark', 'ledger.jsonl');
const open = (): Promise<Ledger> => Ledger.open(folder, copy);
const entry = (episodeId: string) => ({ episodeId, fileName: `Show/${episodeId}.mp3`, bytes: 9 });

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'earmark-ledger-'));
  [folder, copy] = [path.join(base, 'drive'), path.join(base, 'ledgers', 'drive.jsonl')];
  mkdirSync(path.join(folder, '.earmark'), { recursive: true });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('the ledger of a folder', () => {
  it('is known from its copy while the folder is away', async () => {
    const ledger = await open();
    await ledger.add(entry('a'));
    await ledger.add(entry('b'));
    await ledger.remove('a');
    rmSync(folder, { recursive: true });
    expect((await open()).all()).toEqual([entry('b')]);
  });

  it('goes before its copy when the folder was changed elsewhere', async () => {
    await (await open()).add(entry('a'));
    await open();
    appendFileSync(file(), `\n${JSON.stringify(entry('elsewhere'))}`);
    expect((await open()).all().map(({ episodeId }) => episodeId)).toEqual(['a', 'elsewhere']);
    expect(readFileSync(copy, 'utf8')).toBe(readFileSync(file(), 'utf8'));
  });

  it('is completed from its copy where it is spoilt, and passes over a line cut by a crash', async () => {
    await (await open()).add(entry('a'));
    await open();
    writeFileSync(file(), `\u0000\u00ff{"\n${JSON.stringify(entry('b'))}\n{"episodeId":"c`);
    expect((await open()).all().map(({ episodeId }) => episodeId)).toEqual(['a', 'b']);
  });

  it('is written anew, and its copy too, once most of it is about what is there no more', async () => {
    const line = (value: object): string => `\n${JSON.stringify(value)}`;
    const gone = Array.from({ length: 400 }, (_, at) => `gone${at}`);
    const past = gone.map((episodeId) => line(entry(episodeId)) + line({ episodeId, removed: true }));
    writeFileSync(file(), [line(entry('a')), ...past, line(entry('b'))].join(''));
    const ledger = await open();
    expect(ledger.all()).toEqual([entry('a'), entry('b')]);
    expect(readFileSync(file(), 'utf8')).toBe(line(entry('a')) + line(entry('b')));
    expect(readFileSync(copy, 'utf8')).toBe(readFileSync(file(), 'utf8'));
    await ledger.remove('a');
    expect((await open()).all()).toEqual([entry('b')]);
  });

  it('never leads out of the folder', async () => {
    writeFileSync(file(), JSON.stringify({ ...entry('a'), fileName: '../../secret' }));
    expect((await open()).all()).toEqual([]);
  });
});
