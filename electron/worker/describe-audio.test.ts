import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { concat, id3Tag, infoFrame, mp3Frames, text } from '../../core/audio/made-audio.ts';
import { describeAudio, readAudioCover } from './describe-audio.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-describe-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const fixture = (name: string): string => path.join(import.meta.dirname, 'testing', name);

async function describeOne(file: string) {
  const answer = await describeAudio({ files: [file] });
  return answer.ok ? answer.value.described[0] : null;
}

function written(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

it.each([
  ['tone.flac', 'flac', 600],
  ['tone.m4a', 'mp4', 600],
  ['tone.ogg', 'ogg', 600],
  ['tone.opus', 'ogg', 600],
  ['tone.mp3', 'mp3', 684],
])('knows kind and length of %s from its ends', async (name, kind, durationMs) => {
  const about = await describeOne(fixture(name));
  expect(about?.kind).toBe(kind);
  expect(Math.abs((about?.durationMs ?? 0) - durationMs)).toBeLessThanOrEqual(60);
});

it('counts the frames of an MP3 by its info frame, else by the rate of the first', async () => {
  const counted = infoFrame({ delay: 0, padding: 0 });
  counted.set([0, 0, 0, 100], 44);
  const byFrame = await describeOne(written('info.mp3', concat(counted, mp3Frames(4))));
  expect(byFrame?.durationMs).toBe(2612);
  const byRate = await describeOne(written('rate.mp3', concat(id3Tag(300_000), mp3Frames(100))));
  expect(byRate?.durationMs).toBe(2612);
});

it('knows a file again under another name, and another file of the same size apart', async () => {
  const file = written('a.mp3', mp3Frames(400));
  const before = await describeOne(file);
  renameSync(file, path.join(folder, 'b.mp3'));
  expect((await describeOne(path.join(folder, 'b.mp3')))?.fingerprint).toBe(before?.fingerprint);
  const other = mp3Frames(400);
  other[other.length - 1] = 1;
  expect((await describeOne(written('a.mp3', other)))?.fingerprint).not.toBe(before?.fingerprint);
});

it('describes the files that can be read, whatever the others are', async () => {
  const good = written('a.mp3', mp3Frames(4));
  const answer = await describeAudio({
    files: [path.join(folder, 'missing.mp3'), folder, good, written('b', text(''))],
  });
  expect(answer.ok && answer.value.described.map((one) => one?.kind ?? null)).toEqual([
    null,
    null,
    'mp3',
    'empty',
  ]);
});

it('takes the cover out of a file, and says before whether there is one', async () => {
  const apic = concat(Uint8Array.of(0), text('image/png\0'), Uint8Array.of(3, 0), text('picture'));
  const frame = concat(text('APIC'), Uint8Array.of(0, 0, 0, apic.length, 0, 0), apic);
  const file = written('a.mp3', concat(id3Tag(frame), mp3Frames(4)));
  expect((await describeOne(file))?.hasCover).toBe(true);
  expect(await readAudioCover({ file })).toEqual({ ok: true, value: { picture: text('picture') } });
  expect((await describeOne(fixture('tone.mp3')))?.hasCover).toBe(false);
  expect(await readAudioCover({ file: fixture('tone.mp3') })).toEqual({ ok: true, value: { picture: null } });
  expect(readFileSync(file)).toHaveLength(concat(id3Tag(frame), mp3Frames(4)).length);
});
