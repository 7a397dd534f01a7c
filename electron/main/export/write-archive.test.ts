import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeArchive } from './write-archive.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'earmark-archive-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const files = [
  { path: 'mimetype', content: 'application/epub+zip' },
  { path: 'EPUB/text.xhtml', content: 'Ёлка '.repeat(5000) },
];

describe('writeArchive', () => {
  it('is read by others: text and what is attached', async () => {
    const audio = Buffer.from(Uint8Array.from({ length: 2_500_000 }, (_, at) => (at * 31) % 251));
    await writeFile(path.join(folder, 'a.mp3'), audio);
    const file = path.join(folder, 'book.epub');
    await writeArchive(file, {
      files,
      attached: { path: 'EPUB/audio.mp3', file: path.join(folder, 'a.mp3') },
    });
    const read = unzipSync(await readFile(file));
    expect(Object.keys(read)).toEqual(['mimetype', 'EPUB/text.xhtml', 'EPUB/audio.mp3']);
    expect(strFromU8(read['EPUB/text.xhtml']!)).toBe(files[1]!.content);
    expect(Buffer.from(read['EPUB/audio.mp3']!).equals(audio)).toBe(true);
  });

  it('has its media type where EPUB looks for it: first, as it is, with nothing between', async () => {
    const file = path.join(folder, 'book.epub');
    await writeArchive(file, { files, attached: null });
    const bytes = await readFile(file);
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
    expect(bytes.readUInt16LE(8)).toBe(0);
    expect(bytes.length).toBeLessThan(2000);
  });

  it('has the true sum of each file in both places', async () => {
    await writeFile(path.join(folder, 'a.mp3'), 'audio');
    const file = path.join(folder, 'book.epub');
    await writeArchive(file, {
      files: files.slice(0, 1),
      attached: { path: 'a', file: path.join(folder, 'a.mp3') },
    });
    const bytes = await readFile(file);
    const local = bytes.indexOf('PK\u0003\u0004', 10, 'latin1');
    const central = bytes.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    expect(bytes.readUInt32LE(local + 14)).toBe(bytes.readUInt32LE(central + 16));
    expect(bytes.readUInt32LE(local + 18)).toBe(5);
  });

  it('does not write over a file', async () => {
    const file = path.join(folder, 'there');
    await writeFile(file, 'mine');
    await expect(writeArchive(file, { files, attached: null })).rejects.toThrow(/EEXIST/);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });
});
