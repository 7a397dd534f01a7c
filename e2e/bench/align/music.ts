/** Two beats a second, a chord for each bar. */
const [beatSeconds, barSeconds] = [0.5, 2];
/** A minor, F, C, G: their notes in Hz. */
const chords = [
  [110, 220, 261.6, 329.6, 440],
  [87.3, 220, 261.6, 349.2, 523.3],
  [130.8, 196, 261.6, 329.6, 659.3],
  [98, 196, 246.9, 293.7, 587.3],
];
const harmonics = 6;

/**
 * What plays under the talk in many a show, made by rule: plucked chords rich in harmonics over a bass, a drum and cymbals. A sample
 * at a time in seconds; its level over many bars is 1 (root mean square).
 */
export function music(seconds: number): number {
  const chord = chords[Math.floor(seconds / barSeconds) % chords.length]!;
  const sincePluck = seconds % beatSeconds;
  let sum = 0;
  chord.forEach((hz, note) => {
    const since = note === 0 ? seconds % barSeconds : (seconds + note * 0.125) % beatSeconds;
    for (let harmonic = 1; harmonic <= harmonics; harmonic++) {
      const decay = Math.exp(-since * (1.5 + harmonic));
      sum += (decay / harmonic) * Math.sin(2 * Math.PI * hz * harmonic * seconds);
    }
  });
  const drum = 2 * Math.exp(-sincePluck * 18) * Math.sin(2 * Math.PI * 60 * sincePluck);
  const cymbal = 0.8 * Math.exp(-((seconds + beatSeconds / 2) % beatSeconds) * 30) * noise(seconds);
  return levelled * (sum + drum + cymbal);
}

/** Brings the level to 1: measured over 16 s. */
const levelled = 0.91;

/** Between -1 and 1, without a pattern that can be heard, and the same each time. */
function noise(seconds: number): number {
  const hash = Math.sin(Math.round(seconds * 48_000) * 12.9898) * 43_758.5453;
  return 2 * (hash - Math.floor(hash)) - 1;
}
