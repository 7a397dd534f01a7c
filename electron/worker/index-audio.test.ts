import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readFrameIndex } from '../../core/audio/frame-index.ts';
import { adtsFrames, concat, id3Tag, mp3Frames, text } from '../../core/audio/made-audio.ts';
import { indexAudio } from './index-audio.ts';

const chapter = concat(text('CHAP'), Uint8Array.of(0, 0, 0, 18, 0, 0), text('a\0'), new Uint8Array(16));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-index-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function indexed(bytes: Uint8Array) {
  const file = path.join(folder, 'a.mp3');
  writeFileSync(file, bytes);
  return indexAudio({ file, indexFile: path.join(folder, '.a.mp3.index') });
}

it('learns an MP3 larger than what is read at once, and keeps it beside the file', async () => {
  // Three and a half megabytes: frames lie across the ends of what is read.
  const { source, about } = await indexed(concat(id3Tag(chapter), mp3Frames(9000)));
  expect(about).toMatchObject({ kind: 'mp3', durationMs: 235_102, chapters: [{ startMs: 0 }] });
  const saved = readFrameIndex(readFileSync(path.join(folder, '.a.mp3.index')), source);
  expect(saved?.frames?.sizes).toHaveLength(9000);
  expect(saved?.frames?.runs).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(['.a.mp3.index', 'a.mp3']);
});

it('knows the length of a file spliced of pieces of another rate', async () => {
  const { about } = await indexed(concat(mp3Frames(100), mp3Frames(100, { rate: 1 })));
  expect(about).toEqual({ kind: 'mp3', chapters: [], durationMs: 5012 });
});

it('learns the frames of an ADTS file', async () => {
  const { source, about } = await indexed(concat(id3Tag(chapter), adtsFrames(100)));
  expect(about).toMatchObject({ kind: 'adts', durationMs: 2322, chapters: [{ startMs: 0 }] });
  expect(readFrameIndex(readFileSync(path.join(folder, '.a.mp3.index')), source)?.frames?.sizes).toHaveLength(
    100,
  );
});

it('says what is no audio', async () => {
  expect((await indexed(text('<html>'))).about).toEqual({ kind: 'html', chapters: [] });
  expect((await indexed(new Uint8Array(0))).about).toEqual({ kind: 'empty', chapters: [] });
});

it('leaves nothing behind when the index cannot be written', async () => {
  const file = path.join(folder, 'a.mp3');
  writeFileSync(file, mp3Frames(5));
  await expect(indexAudio({ file, indexFile: path.join(folder, 'none', 'x') })).rejects.toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual(['a.mp3']);
});
