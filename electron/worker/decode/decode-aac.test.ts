import { open, readFile } from 'node:fs/promises';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import { readFrameIndex } from '../../../core/audio/frame-index.ts';
import { indexAudio } from '../index-audio.ts';
import { decodeSound } from './decode-sound.ts';
import { joinSound } from './join-sound.ts';
import { SoundFile } from './sound-file.ts';

/** 2 s of silence at 24 kHz in which a tone of 50 ms stands at 0.5 s and at 1.5 s; its encoder delays by a frame. */
const clicks = (type: 'm4a' | 'aac') => path.join(import.meta.dirname, '..', 'testing', `clicks.${type}`);
const frameSeconds = 1024 / 24_000;
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-aac-'));
  file = path.join(folder, 'a');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function decoded(): Promise<Pcm[] | null> {
  const indexFile = path.join(folder, '.a.index');
  await indexAudio({ file, indexFile });
  const handle = await open(file);
  try {
    const { size, mtimeMs } = await handle.stat();
    const index = readFrameIndex(await readFile(indexFile), { size, modifiedAt: mtimeMs });
    if (!index) throw new Error('no index');
    const sound = await decodeSound(new SoundFile(handle, size), index);
    if (!sound) return null;
    const pieces: Pcm[] = [];
    for await (const piece of sound) pieces.push(piece);
    return pieces;
  } finally {
    await handle.close();
  }
}

const secondsOf = (pieces: readonly Pcm[]): number =>
  pieces.reduce((sum, { channels, sampleRate }) => sum + (channels[0]?.length ?? 0) / sampleRate, 0);

/** When each tone begins and ends, in seconds. */
function tonesOf(pieces: readonly Pcm[]): [number, number][] {
  const [whole] = joinSound(pieces);
  const tones: [number, number][] = [];
  whole?.channels[0]?.forEach((sample, at) => {
    if (Math.abs(sample) < 0.2) return;
    const seconds = at / whole.sampleRate;
    const last = tones.at(-1);
    if (last && seconds - last[1] < 0.01) last[1] = seconds;
    else tones.push([seconds, seconds]);
  });
  return tones;
}

function expectTones(found: readonly [number, number][], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach(([from, to], at) => {
    expect(Math.abs(from - expected[at]!)).toBeLessThan(0.002);
    expect(Math.abs(to - expected[at]! - 0.05)).toBeLessThan(0.004);
  });
}

/** The frames of an ADTS file. */
function framesOf(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; at + 7 <= bytes.length;) {
    const size = ((bytes[at + 3]! & 3) << 11) | (bytes[at + 4]! << 3) | (bytes[at + 5]! >> 5);
    frames.push(bytes.subarray(at, at + size));
    at += size;
  }
  return frames;
}

describe('the sound of AAC', () => {
  it('in MP4 begins where its edit list says, each sample at its time', async () => {
    copyFileSync(clicks('m4a'), file);
    const pieces = (await decoded())!;
    expect(pieces.every(({ sampleRate }) => sampleRate === 24_000)).toBe(true);
    expect(Math.abs(secondsOf(pieces) - 2)).toBeLessThan(0.001);
    expectTones(tonesOf(pieces), [0.5, 1.5]);
  });

  it('in ADTS has every frame, the delay of its encoder too, which is played', async () => {
    copyFileSync(clicks('aac'), file);
    const pieces = (await decoded())!;
    const frames = framesOf(await readFile(file));
    expect(secondsOf(pieces)).toBeCloseTo(frames.length * frameSeconds, 6);
    expectTones(tonesOf(pieces), [0.5 + frameSeconds, 1.5 + frameSeconds]);
  });

  it('of HE-AAC with parametric stereo has the times at which it is played', async () => {
    copyFileSync(path.join(import.meta.dirname, '..', 'testing', 'clicks-he2.aac'), file);
    const pieces = (await decoded())!;
    expect(pieces.every(({ sampleRate, channels }) => sampleRate === 44_100 && channels.length === 2)).toBe(
      true,
    );
    // The delay of encoder and decoder together, as a sound card heard Chromium play it: 160 to 162 ms.
    expectTones(tonesOf(pieces), [0.661, 1.661]);
  });

  it('keeps its time past damaged frames, junk and tags', async () => {
    const frames = framesOf(await readFile(clicks('aac')));
    const damaged = frames.map((frame, at) => {
      if (at !== 5 && at !== 6) return frame;
      return Buffer.concat([frame.subarray(0, 7), Buffer.alloc(frame.length - 7, 0xff)]);
    });
    const junk = Buffer.alloc(3000, 0x20);
    writeFileSync(file, Buffer.concat([...damaged.slice(0, 20), junk, ...damaged.slice(20)]));
    const pieces = (await decoded())!;
    expect(secondsOf(pieces)).toBeCloseTo(frames.length * frameSeconds, 6);
    expectTones(tonesOf(pieces), [0.5 + frameSeconds, 1.5 + frameSeconds]);
  });

  it('cut short in MP4 is as long as its frames, the missing ones silent', async () => {
    const whole = await readFile(clicks('m4a'));
    // The table stands at the end of this file: cut out of the middle of the frames, not off the end.
    whole.fill(0, 100, 900);
    writeFileSync(file, whole);
    expect(Math.abs(secondsOf((await decoded())!) - 2)).toBeLessThan(0.001);
  });

  it('is not known of an MP4 without frames', async () => {
    writeFileSync(file, (await readFile(clicks('m4a'))).subarray(0, 200));
    expect(await decoded()).toBeNull();
  });
});
