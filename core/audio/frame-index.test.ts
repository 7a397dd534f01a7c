import { expect, it } from 'vitest';
import type { AudioIndex } from './audio-index.ts';
import { readFrameIndex, writeFrameIndex } from './frame-index.ts';
import { concat, id3Tag, infoFrame, mp3Frames, text } from './made-audio.ts';
import { mp3Format } from './frame-format.ts';
import { FrameScanner } from './frame-scanner.ts';

const source = { size: 123_456, modifiedAt: 1_700_000_000_000.25 };

function madeIndex(): AudioIndex {
  const file = concat(
    id3Tag(9),
    infoFrame({ delay: 576, padding: 900 }),
    mp3Frames(50),
    text('junk'),
    mp3Frames(9),
  );
  const scanner = new FrameScanner(mp3Format, file.length);
  scanner.push(file);
  const scan = scanner.end();
  if (scan.kind !== 'indexed') throw new Error(scan.kind);
  const chapters = [{ startMs: 0, title: 'Начало “a” 😀', listed: true }];
  return { source, about: { kind: 'mp3', durationMs: 1500, chapters }, frames: scan.table };
}

it('comes back as it was written', () => {
  const index = madeIndex();
  expect(readFrameIndex(writeFrameIndex(index), source)).toEqual(index);
});

it('comes back for audio without a frame table', () => {
  const index: AudioIndex = { source, about: { kind: 'ogg', chapters: [] } };
  expect(readFrameIndex(writeFrameIndex(index), source)).toEqual(index);
});

it('is stale when the file has another size or time', () => {
  const bytes = writeFrameIndex(madeIndex());
  expect(readFrameIndex(bytes, { ...source, size: source.size + 1 })).toBeNull();
  expect(readFrameIndex(bytes, { ...source, modifiedAt: source.modifiedAt + 1 })).toBeNull();
});

it('is not believed when any byte is damaged or any end is missing', () => {
  const bytes = writeFrameIndex(madeIndex());
  for (let at = 0; at < bytes.length; at++) {
    const damaged = bytes.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 0x20;
    expect(readFrameIndex(damaged, source)).toBeNull();
    expect(readFrameIndex(bytes.subarray(0, at), source)).toBeNull();
  }
});
