import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glidePhase, tonesOf } from './tones.ts';

export interface ToneFile {
  readonly path: string;
  readonly seconds: number;
  /** The second of the test sound with which the file begins; 0 if not given. */
  readonly from?: number;
  readonly sampleRate: number;
  /** What ffmpeg is told after the input, e.g. `-c:a libmp3lame -q:a 5`. */
  readonly encoder: readonly string[];
}

const noiseHz = 8500;

/**
 * Stretches of noise above the tones, of random length: they cost the encoder bits and so make the bitrate vary as
 * speech and music do. Without them a constant tone would hide what a seek by bitrate does wrong.
 */
function createNoise(): { isOn: (second: number) => boolean; next: () => number } {
  let seed = 1;
  let until = 0;
  let on = false;
  const last = new Float64Array(8);
  let at = 0;
  let sum = 0;
  const random = (): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const isOn = (second: number): boolean => {
    if (second >= until) {
      on = !on;
      until = second + 5 + Math.floor(random() * 70);
    }
    return on;
  };
  const next = (): number => {
    const value = random() - 0.5;
    sum += value - (last[at] ?? 0);
    last[at] = value;
    at = (at + 1) % last.length;
    return sum;
  };
  return { isOn, next };
}

function secondOfSound(second: number, sampleRate: number, noise: ReturnType<typeof createNoise>): Buffer {
  const { secondHz, minuteHz } = tonesOf(second);
  const isNoisy = noise.isOn(second);
  const bytes = Buffer.alloc(sampleRate * 2);
  for (let sample = 0; sample < sampleRate; sample++) {
    const time = sample / sampleRate;
    const turn = 2 * Math.PI * time;
    let value =
      0.25 * Math.sin(turn * secondHz) + 0.25 * Math.sin(turn * minuteHz) + 0.2 * Math.sin(glidePhase(time));
    if (isNoisy && sampleRate > 2 * noiseHz) value += 0.08 * noise.next() * Math.cos(turn * noiseHz);
    bytes.writeInt16LE(Math.round(value * 30_000), sample * 2);
  }
  return bytes;
}

/** Writes the test sound through ffmpeg, which must be installed. An hour takes some 15 s. */
export async function makeToneFile({
  path,
  seconds,
  from = 0,
  sampleRate,
  encoder,
}: ToneFile): Promise<void> {
  const input = ['-f', 's16le', '-ar', String(sampleRate), '-ac', '1', '-i', 'pipe:0'];
  const ffmpeg = spawn('ffmpeg', ['-v', 'error', '-y', ...input, ...encoder, path], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const closed = once(ffmpeg, 'close');
  const noise = createNoise();
  for (let second = from; second < from + seconds; second++) {
    if (!ffmpeg.stdin.write(secondOfSound(second, sampleRate, noise))) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`ffmpeg could not make ${path}`);
}
