import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mp3Format } from '../../../core/audio/frame-format.ts';
import { FrameScanner } from '../../../core/audio/frame-scanner.ts';
import { concat, id3Tag, mp3Frames } from '../../../core/audio/made-audio.ts';
import { layOutSegments } from '../../../core/audio/segments.ts';
import { readSegment } from './read-segment.ts';

const stereo = mp3Frames(400);
const mono = mp3Frames(400, { mono: true });
const bytes = concat(stereo, id3Tag(50), mono);
const frameSeconds = 1152 / 44_100;
const monoStart = 400 * frameSeconds;

const scanner = new FrameScanner(mp3Format, bytes.length);
scanner.push(bytes);
const scan = scanner.end();
if (scan.kind !== 'indexed') throw new Error(scan.kind);
const layout = layOutSegments(scan.table);

let file: string;
beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'earmark-segment-')), 'a.mp3');
  writeFileSync(file, bytes);
});
afterEach(() => {
  rmSync(path.dirname(file), { recursive: true });
});

async function read(wanted: { seconds: number } | { number: number }) {
  const answer = await readSegment({ path: file, layout }, wanted);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

it('reads the whole file segment by segment, and says which is the last', async () => {
  const parts: Uint8Array[] = [];
  for (let number = 0; ; number++) {
    const segment = await read({ number });
    expect(segment.startSeconds).toBe(segment.soundSeconds);
    parts.push(segment.bytes);
    if (segment.isLast) break;
  }
  expect(Buffer.from(concat(...parts)).equals(concat(stereo, mono))).toBe(true);
});

it('begins a jump with a silent frame, one frame before the sound', async () => {
  const { bytes: given, startSeconds, soundSeconds } = await read({ seconds: 2 });
  expect(soundSeconds).toBeCloseTo(Math.floor(2 / frameSeconds) * frameSeconds, 9);
  expect(soundSeconds - startSeconds).toBeCloseTo(frameSeconds, 9);
  // The highest bitrate, then the file's own frames.
  expect([given[2], given[1044], given[1044 + 2]]).toEqual([0xe0, 0xff, 0x90]);
});

it('needs no such frame where a piece begins', async () => {
  const { startSeconds, soundSeconds } = await read({ seconds: monoStart + 0.001 });
  expect(soundSeconds).toBe(startSeconds);
  expect(startSeconds).toBeCloseTo(monoStart, 9);
});

it('fails for a segment that is not there, and for a file that has become shorter', async () => {
  const answer = await readSegment({ path: file, layout }, { number: 999 });
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  truncateSync(file, 1000);
  await expect(read({ number: 0 })).rejects.toThrow('ended early');
});
