import { describe, expect, it } from 'vitest';
import { findPauses, LevelMeter, silenceThreshold } from './silence-map.ts';

/** Frames of 10 ms at given levels. */
const levels = (...parts: readonly (readonly [db: number, ms: number])[]) =>
  Float32Array.from(parts.flatMap(([db, ms]) => new Array<number>(ms / 10).fill(db)));

describe('levels', () => {
  it('are those of every 10 ms, whatever the rate and the pieces', () => {
    for (const rate of [11_025, 44_100, 48_000]) {
      const meter = new LevelMeter();
      const sound = new Float32Array(rate).fill(0.1);
      for (let at = 0; at < rate; at += 777) {
        const piece = sound.subarray(at, at + 777);
        meter.push([piece, piece], rate);
      }
      const read = meter.read();
      expect(read).toHaveLength(100);
      expect(read[50]).toBeCloseTo(-20, 0);
    }
  });

  it('of digital silence are the quietest told apart', () => {
    const meter = new LevelMeter();
    meter.push([new Float32Array(480)], 48_000);
    expect([...meter.read()]).toEqual([-80]);
  });
});

describe('pauses', () => {
  it('keep 200 ms of a pause and touch nothing shorter than 350 ms', () => {
    const speech = [-20, 2000] as const;
    const pauses = findPauses(levels(speech, [-60, 1000], speech, [-60, 340], speech, [-60, 350], speech));
    expect(pauses).toEqual([2120, 2920, 7460, 7610]);
  });

  it('at both ends are found too', () => {
    expect(findPauses(levels([-60, 500], [-20, 3000], [-60, 500]))).toEqual([120, 420, 3620, 3920]);
  });

  it('are none where music goes on under the voice', () => {
    expect(findPauses(levels([-20, 5000], [-32, 3000], [-20, 5000]))).toEqual([]);
  });

  it('are none in silence and in nothing', () => {
    expect(findPauses(levels([-80, 5000]))).toEqual([]);
    expect(findPauses(levels())).toEqual([]);
  });

  it('stay below the lower of the two thresholds', () => {
    expect(silenceThreshold(levels([-60, 2000], [-20, 8000]))).toBeCloseTo(-46);
    expect(silenceThreshold(levels([-40, 2000], [-20, 8000]))).toBeCloseTo(-45);
  });
});
