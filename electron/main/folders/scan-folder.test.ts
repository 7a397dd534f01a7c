import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { scanFolder } from './scan-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-scan-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(...names: string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), name);
  }
}

it('tells audio from what may belong to it, and passes the rest over', async () => {
  write('b.MP3', 'a/Глава.m4b', 'a/Глава.vtt', 'cover.JPG', 'notes.doc', '.hidden.mp3', '.git/a.mp3');
  const { audio, others, directories, leftOut } = await scanFolder(folder);
  expect(audio.map(({ name }) => name)).toEqual(['b.MP3', 'a/Глава.m4b']);
  expect(others.map(({ name }) => name)).toEqual(['cover.JPG', 'a/Глава.vtt']);
  expect(directories).toEqual(['', 'a']);
  expect(audio[0]?.size).toBe(5);
  expect(leftOut).toEqual({ names: 0, beyond: false });
});

it('ends at its bounds, and says so', async () => {
  write('1.mp3', '2.mp3', '3.mp3', 'a/b/c/4.mp3');
  const few = await scanFolder(folder, { files: 2, depth: 8 });
  expect(few.audio).toHaveLength(2);
  expect(few.leftOut.beyond).toBe(true);
  const shallow = await scanFolder(folder, { files: 10, depth: 1 });
  expect(shallow.audio).toHaveLength(3);
  expect(shallow.leftOut.beyond).toBe(true);
  expect((await scanFolder(folder, { files: 4, depth: 3 })).leftOut.beyond).toBe(false);
});

it.runIf(process.platform === 'linux')('counts files whose names are no text', async () => {
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xcf, 0xf0), Buffer.from('.mp3')]), 'x');
  const { audio, leftOut } = await scanFolder(folder);
  expect(audio).toEqual([]);
  expect(leftOut.names).toBe(1);
});

it('rejects where there is no folder', async () => {
  await expect(scanFolder(path.join(folder, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' });
});
