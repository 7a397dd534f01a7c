import { mkdtempSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileInside, folderInside, isBelow } from './file-inside.ts';

let base: string;
beforeEach(() => {
  base = realpathSync(mkdtempSync(path.join(tmpdir(), 'earmark-inside-')));
  mkdirSync(path.join(base, 'root'));
  mkdirSync(path.join(base, 'root-other'));
  writeFileSync(path.join(base, 'root', 'a.txt'), 'a');
  writeFileSync(path.join(base, 'root-other', 'secret'), 's');
  symlinkSync(path.join(base, 'root-other', 'secret'), path.join(base, 'root', 'link'));
});
afterEach(() => {
  rmSync(base, { recursive: true });
});

it('gives the real path of a file inside', async () => {
  expect(await fileInside(path.join(base, 'root'), 'a.txt')).toBe(path.join(base, 'root', 'a.txt'));
});

it.each(['../root-other/secret', 'link', 'missing', '.', '', 'a.txt\0.png'])(
  'refuses %j',
  async (relative) => {
    expect(await fileInside(path.join(base, 'root'), relative)).toBeNull();
  },
);

it('gives the real path of a folder inside, or of the root itself', async () => {
  const root = path.join(base, 'root');
  mkdirSync(path.join(root, 'show'));
  symlinkSync(path.join(base, 'root-other'), path.join(root, 'away'));
  const asked = ['show', '.', 'away', '..', 'missing'].map((name) => folderInside(root, name));
  expect(await Promise.all(asked)).toEqual([path.join(root, 'show'), root, null, null, null]);
});

it.each([
  ['C:\\Users\\ann', 'C:\\Users\\ann\\Show\\a.mp3', true],
  ['D:\\', 'D:\\Show\\a.mp3', true],
  ['D:\\', 'd:\\..a.mp3', true],
  ['D:\\', 'D:\\', false],
  ['D:\\', 'C:\\Show\\a.mp3', false],
  ['C:\\Users\\ann', 'C:\\Users\\anna\\a.mp3', false],
  ['C:\\Users\\ann', 'C:\\Users', false],
  ['\\\\nas\\music\\', '\\\\nas\\music\\a.mp3', true],
])('on Windows, under %s lies %s: %s', (folder, file, isUnder) => {
  expect(isBelow(folder, file, path.win32)).toBe(isUnder);
});

it('finds what lies on the root of a disk', async () => {
  const file = path.join(base, 'root', 'a.txt');
  expect(await fileInside('/', path.relative('/', file))).toBe(file);
});
