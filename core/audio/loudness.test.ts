import { describe, expect, it } from 'vitest';
import { LoudnessMeter } from './loudness.ts';

/** A sine at `db` below full scale. */
function sine(seconds: number, { db, hz = 997, rate = 48_000 }: { db: number; hz?: number; rate?: number }) {
  const samples = new Float32Array(seconds * rate);
  const size = 10 ** (db / 20);
  return samples.map((_zero, at) => size * Math.sin((2 * Math.PI * hz * at) / rate));
}

function loudnessOf(pieces: readonly (readonly Float32Array[])[], rate = 48_000) {
  const meter = new LoudnessMeter();
  for (const channels of pieces) meter.push(channels, rate);
  return meter.measure();
}

describe('a known signal', () => {
  it.each([8000, 16_000, 22_050, 44_100, 48_000, 96_000])('comes out right at %i Hz', (rate) => {
    const left = sine(5, { db: -20, rate });
    expect(loudnessOf([[left, left]], rate).integratedLufs).toBeCloseTo(-20, 1);
  });

  it('is 3 dB less when one of two channels is silent', () => {
    const left = sine(5, { db: 0 });
    const { integratedLufs } = loudnessOf([[left, new Float32Array(left.length)]]);
    expect(integratedLufs).toBeCloseTo(-3.01, 1);
  });

  it('is as loud in one channel as in two equal ones, since two loudspeakers play it', () => {
    const left = sine(5, { db: -20 });
    expect(loudnessOf([[left]]).integratedLufs).toBeCloseTo(-20, 1);
  });

  it('weighs high sounds up and low sounds down', () => {
    const at = (hz: number) => {
      const left = sine(5, { db: -20, hz });
      return loudnessOf([[left, left]]).integratedLufs ?? 0;
    };
    expect(at(10_000)).toBeCloseTo(-16.7, 0);
    expect(at(30)).toBeLessThan(-25);
  });

  it('does not depend on how it is cut into pieces', () => {
    const left = sine(4, { db: -23 });
    const pieces: Float32Array[][] = [];
    for (let at = 0; at < left.length; at += 1237) {
      const piece = left.subarray(at, at + 1237);
      pieces.push([piece, piece]);
    }
    const whole = loudnessOf([[left, left]]).integratedLufs ?? 0;
    expect(loudnessOf(pieces).integratedLufs).toBeCloseTo(whole, 6);
  });

  it('tells the loudest sample', () => {
    expect(loudnessOf([[sine(1, { db: -6 })]]).peakDb).toBeCloseTo(-6, 1);
  });
});

describe('the gates', () => {
  it('leave silence without loudness', () => {
    const silence = new Float32Array(48_000);
    expect(loudnessOf([[silence, silence]])).toEqual({ integratedLufs: null, peakDb: -Infinity });
  });

  it('do not let pauses pull the loudness down', () => {
    const pause = new Float32Array(48_000 * 20);
    const voice = sine(20, { db: -23 });
    const { integratedLufs } = loudnessOf([
      [voice, voice],
      [pause, pause],
    ]);
    expect(integratedLufs).toBeCloseTo(-23, 1);
  });

  it('drop what is 10 LU below the rest, as in case 3 of EBU Tech 3341', () => {
    const quiet = sine(10, { db: -36 });
    const loud = sine(60, { db: -23 });
    const { integratedLufs } = loudnessOf([
      [quiet, quiet],
      [loud, loud],
      [quiet, quiet],
    ]);
    expect(integratedLufs).toBeCloseTo(-23, 1);
  });

  it('keep what is not, as in case 5 of EBU Tech 3341', () => {
    const parts = [
      { db: -26, seconds: 20 },
      { db: -20, seconds: 20.1 },
      { db: -26, seconds: 20 },
    ];
    const { integratedLufs } = loudnessOf(
      parts.map(({ db, seconds }) => {
        const part = sine(seconds, { db });
        return [part, part];
      }),
    );
    expect(integratedLufs).toBeCloseTo(-23, 1);
  });
});
