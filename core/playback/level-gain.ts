/** Loudness that voices are brought to, LUFS: what podcasts are commonly asked to have. */
export const targetLufs = -16;
/** Recordings too soft for more than this carry noise that nobody wants amplified (dB). */
const mostUpDb = 18;
const mostDownDb = -18;

/** Decibels that bring a programme of this loudness to the target; 0 while it is not known. */
export function levelGainDb(loudnessLufs: number | null): number {
  if (loudnessLufs === null) return 0;
  return Math.max(mostDownDb, Math.min(mostUpDb, targetLufs - loudnessLufs));
}

/** The factor of an amplitude. */
export function amplitudeOf(db: number): number {
  return 10 ** (db / 20);
}
