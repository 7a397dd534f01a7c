import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAudioAnalysis } from '../../core/audio/audio-analysis.ts';
import { mp3Frames } from '../../core/audio/made-audio.ts';
import { analyseAudio } from './analyse-audio.ts';
import { indexAudio } from './index-audio.ts';

/** 0.6 s of a 997 Hz sine at -32.1 dBFS, one channel. */
const tone = (type: string) => new URL(`testing/tone.${type}`, import.meta.url);
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-analyse-'));
  file = path.join(folder, 'a');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function analysed(onProgress: (share: number) => void = () => undefined) {
  const paths = { file, indexFile: path.join(folder, '.a.index') };
  await indexAudio(paths);
  return analyseAudio({ ...paths, analysisFile: path.join(folder, '.a.analysis') }, onProgress);
}

/** 16-bit mono at 8 kHz: half a second of a square wave, a second of silence, half a second of the wave. */
function wav(): Buffer {
  const samples = Array.from({ length: 16_000 }, (_, at) =>
    at < 4000 || at >= 12_000 ? (at % 8 < 4 ? 8000 : -8000) : 0,
  );
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF....WAVEfmt ', 0, 'latin1');
  [16, 0x1_0001, 8000, 16_000, 0x10_0002].forEach((value, at) => bytes.writeUInt32LE(value, 16 + at * 4));
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, at) => bytes.writeInt16LE(sample, 44 + at * 2));
  return bytes;
}

describe('the sound of a file', () => {
  it.each(['mp3', 'opus', 'ogg', 'flac', 'm4a'])(
    'of type %s is as long and as loud as it was made',
    async (type) => {
      copyFileSync(tone(type), file);
      const shares: number[] = [];
      const outcome = await analysed((share) => shares.push(share));
      expect(outcome.ok && Math.abs(outcome.value.durationMs - 600)).toBeLessThan(80);
      expect(outcome.ok && Math.abs((outcome.value.loudnessLufs ?? 0) + 32.1)).toBeLessThan(0.7);
      expect(shares.at(-1)).toBe(1);
    },
  );

  it('is known through the seams of a spliced MP3, each moment at its time', async () => {
    const voice = readFileSync(tone('mp3'));
    // 2.6 s of silence in another rate and with other channels.
    const silence = mp3Frames(100, { version: 2, bitrate: 4, mono: true });
    writeFileSync(file, Buffer.concat([voice, silence, voice]));
    const outcome = await analysed();
    if (!outcome.ok) throw new Error(outcome.error.code);
    const { durationMs, peakDb, pauses } = outcome.value;
    expect(Math.abs(durationMs - 3_800)).toBeLessThan(160);
    expect(Math.abs((peakDb ?? 0) + 32.1)).toBeLessThan(0.7);
    expect(pauses).toHaveLength(2);
    const [from = 0, to = 0] = pauses;
    expect(from).toBeGreaterThan(600);
    expect(to).toBeLessThan(3_260);
    expect(to - from).toBeGreaterThan(2_200);
  });

  it('in a WAV file has its pauses where they are, and is kept beside it', async () => {
    writeFileSync(file, wav());
    const outcome = await analysed();
    expect(outcome).toMatchObject({ ok: true, value: { durationMs: 2000, pauses: [620, 1420] } });
    expect(readdirSync(folder).sort()).toEqual(['.a.analysis', '.a.index', 'a']);
    const { size, mtimeMs } = statSync(file);
    const kept = readFileSync(path.join(folder, '.a.analysis'), 'utf8');
    expect(readAudioAnalysis(kept, { size, modifiedAt: mtimeMs })?.pauses).toEqual([620, 1420]);
    expect(readAudioAnalysis(kept, { size: size + 1, modifiedAt: mtimeMs })).toBeNull();
    expect(readAudioAnalysis(kept.slice(1), { size, modifiedAt: mtimeMs })).toBeNull();
  });

  it('is not known of an MP4 without sound, which is said', async () => {
    writeFileSync(file, readFileSync(tone('m4a')).subarray(0, 100));
    expect(await analysed()).toMatchObject({ ok: false, error: { code: 'audio-not-analysed' } });
    expect(readdirSync(folder)).not.toContain('.a.analysis');
  });
});
