import { glidePhase, tonesOf } from './tones.ts';

const windowSeconds = 0.08;
const hopSeconds = 0.02;
/** Coarse enough to be quick, fine enough that the best of them is next to the truth. */
const glideSteps = 100;
const fineSteps = 8;
const audible = 0.02;
const silent = 0.002;
const holeSeconds = 0.004;

/** Strength of one frequency in a stretch of samples (Goertzel's sum, with a Hann window against leakage). */
function strengthAt(samples: Float32Array, hz: number, rate: number): number {
  let real = 0;
  let imaginary = 0;
  const turn = (2 * Math.PI * hz) / rate;
  samples.forEach((value, at) => {
    const weighted = value * (0.5 - 0.5 * Math.cos((2 * Math.PI * at) / samples.length));
    real += weighted * Math.cos(turn * at);
    imaginary += weighted * Math.sin(turn * at);
  });
  return Math.hypot(real, imaginary);
}

function strongest(count: number, strength: (candidate: number) => number): number {
  let best = 0;
  let bestStrength = -1;
  for (let candidate = 0; candidate < count; candidate++) {
    const found = strength(candidate);
    if (found > bestStrength) [best, bestStrength] = [candidate, found];
  }
  return best;
}

/** How well the samples fit the glide as it sounds from `start` seconds into a second. */
function glideFit(samples: Float32Array, start: number, rate: number): number {
  let real = 0;
  let imaginary = 0;
  samples.forEach((value, at) => {
    const phase = glidePhase(start + at / rate);
    real += value * Math.cos(phase);
    imaginary += value * Math.sin(phase);
  });
  return Math.hypot(real, imaginary);
}

/** How far into its second the window begins, to about a millisecond. */
function placeInSecond(samples: Float32Array, rate: number): number {
  const coarse = strongest(glideSteps, (step) => glideFit(samples, step / glideSteps, rate)) / glideSteps;
  const from = coarse - 1 / glideSteps;
  const step = 2 / glideSteps / fineSteps;
  return from + step * strongest(fineSteps + 1, (fine) => glideFit(samples, from + fine * step, rate));
}

/** The time in the file at which this window begins, in seconds; null where it reaches over the end of a second. */
function timeOfWindow(samples: Float32Array, rate: number): number | null {
  const start = placeInSecond(samples, rate);
  if (start > 1 - windowSeconds - 0.01) return null;
  const second = strongest(60, (candidate) => strengthAt(samples, tonesOf(candidate).secondHz, rate));
  const minute = strongest(60, (candidate) => strengthAt(samples, tonesOf(candidate * 60).minuteHz, rate));
  return minute * 60 + second + start;
}

/** The first sample loud enough to be heard, or -1. */
export function onsetOf(samples: Float32Array): number {
  return samples.findIndex((value) => Math.abs(value) > audible);
}

/** The longest silence between the first sound and the last, in seconds. */
export function longestHole(recording: Float32Array, rate: number): number {
  let [quiet, longest] = [0, 0];
  for (const value of recording.subarray(Math.max(0, onsetOf(recording)))) {
    if (Math.abs(value) < silent) quiet += 1;
    else {
      longest = Math.max(longest, quiet);
      quiet = 0;
    }
  }
  return longest / rate;
}

/**
 * Whether sound stops and goes on again. The tones never pause: where a recording does, the machine was too busy to play
 * in time, and what follows comes too late to tell where the sound began.
 */
export function hasHole(recording: Float32Array, rate: number): boolean {
  return longestHole(recording, rate) > holeSeconds;
}

/**
 * The time in the test file, in seconds, of the first sound in a recording that begins in silence: what a listener
 * hears first. The median over all windows, each taken back to the onset. Null when nothing is heard.
 */
export function heardTime(recording: Float32Array, rate: number): number | null {
  const onset = onsetOf(recording);
  if (onset < 0) return null;
  const length = Math.round(windowSeconds * rate);
  const times: number[] = [];
  // The first window is left out: a decoder fades in over it.
  for (let at = onset + length; at + length < recording.length; at += Math.round(hopSeconds * rate)) {
    const window = recording.subarray(at, at + length);
    if (Math.abs(window.at(-1) ?? 0) === 0 && onsetOf(window) < 0) break;
    const time = timeOfWindow(window, rate);
    if (time !== null) times.push(time - (at - onset) / rate);
  }
  times.sort((one, other) => one - other);
  return times[times.length >> 1] ?? null;
}
