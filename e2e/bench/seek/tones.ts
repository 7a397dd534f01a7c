/**
 * The sound of the test file: each second carries two steady tones that number it and one that glides from 3.7 to
 * 4.6 kHz and tells the place inside it. 0.1 s of recording is enough to know the time to a few milliseconds. All of it lies
 * within what a file of 11 kHz can hold.
 */
export interface Tones {
  readonly secondHz: number;
  readonly minuteHz: number;
}

export const glide = { startHz: 3700, perSecondHz: 900 } as const;

export function tonesOf(second: number): Tones {
  return { secondHz: 400 + 30 * (second % 60), minuteHz: 2300 + 20 * Math.floor(second / 60) };
}

/** Phase of the gliding tone `seconds` after the second began, in radians. */
export function glidePhase(seconds: number): number {
  return 2 * Math.PI * (glide.startHz * seconds + (glide.perSecondHz / 2) * seconds * seconds);
}
