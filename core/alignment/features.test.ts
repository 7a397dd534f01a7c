import { describe, expect, it } from 'vitest';
import { addDeltas } from './add-deltas.ts';
import { compactPauses } from './compact-pauses.ts';
import type { FrameReader } from './frames.ts';
import { NormalisedFrames } from './normalised-frames.ts';
import { cepstrumWidth, readSoundFeatures, writeSoundFeatures } from './sound-features.ts';
import { speechMask } from './speech-mask.ts';

const column = (...values: number[]) => ({
  values: Float32Array.from(values),
  count: values.length,
  width: 1,
  read: (frame: number, row: Float64Array) => void (row[0] = values[frame]!),
});

function rowOf(frames: FrameReader, frame: number): Float64Array {
  const row = new Float64Array(frames.width);
  frames.read(frame, row);
  return row;
}

describe('frames of speech', () => {
  it('are the loud ones, and four on either side', () => {
    const levels = Int16Array.from({ length: 40 }, (_, frame) =>
      frame >= 15 && frame < 20 ? -2_000 : -7_000,
    );
    expect(Array.from(speechMask(levels).entries()).flatMap(([frame, on]) => (on ? [frame] : []))).toEqual(
      Array.from({ length: 13 }, (_, at) => 11 + at),
    );
  });

  it('have mean 0 and deviation 1 when they are normalised, whatever lies in the pauses', () => {
    const cepstra = new Int16Array(3 * cepstrumWidth);
    [100, 900, 300].forEach((value, frame) =>
      cepstra.fill(value, frame * cepstrumWidth, (frame + 1) * cepstrumWidth),
    );
    const frames = new NormalisedFrames({ cepstra, levels: new Int16Array(3) }, Uint8Array.of(1, 0, 1));
    const values = [0, 2].map((frame) => rowOf(frames, frame)[0]);
    expect(values).toEqual([-1, 1]);
  });

  it('come with their slopes, those that a table of all rows would get', () => {
    const levels = new Int16Array(9);
    const cepstra = Int16Array.from({ length: 9 * cepstrumWidth }, (_, at) => (at * at * 7) % 1_000);
    const frames = new NormalisedFrames({ cepstra, levels }, new Uint8Array(9).fill(1));
    const rows = Array.from({ length: 9 }, (_, frame) => rowOf(frames, frame));
    const values = Float32Array.from(rows.flatMap((row) => Array.from(row.subarray(0, cepstrumWidth))));
    const table = addDeltas({ values, count: 9, width: cepstrumWidth });
    rows
      .flatMap((row) => Array.from(row))
      .forEach((value, at) => expect(value).toBeCloseTo(table.values[at]!, 6));
  });

  it('get their slope, doubled: 1 a frame gives 2, less at the ends', () => {
    const { values } = addDeltas(column(0, 1, 2, 3, 4));
    expect(Array.from(values).filter((_, at) => at % 2 === 0)).toEqual([0, 1, 2, 3, 4]);
    // In the middle (1·2 + 2·4) / 10 · 2; at the end (1·1 + 2·2) / 10 · 2.
    expect(values[5]).toBeCloseTo(2);
    expect(values[1]).toBeCloseTo(1);
  });
});

it('cuts pauses to six frames and averages the rest by twos', () => {
  const speech = Uint8Array.of(1, 1, ...new Array<number>(20).fill(0), 1, 1);
  const { frames, frameOf, rowOf } = compactPauses(column(...speech.map((_, at) => at)), speech, { pool: 2 });
  expect(Array.from(frames.values)).toEqual([0.5, 2.5, 4.5, 6.5, 22.5]);
  expect(Array.from(frameOf)).toEqual([1, 3, 5, 7, 23]);
  expect([rowOf[0], rowOf[2], rowOf[15], rowOf[23]]).toEqual([0, 1, 4, 4]);
});

describe('features as bytes', () => {
  const features = {
    cepstra: Int16Array.from({ length: 2 * cepstrumWidth }, (_, at) => at - 9),
    levels: Int16Array.of(-1, 7),
  };

  it('come back as they were', () => {
    expect(readSoundFeatures(writeSoundFeatures(features))).toEqual(features);
  });

  it.each([
    ['cut short', writeSoundFeatures(features).subarray(0, 40)],
    ['empty', new Uint8Array(0)],
    ['something else', new Uint8Array(64)],
  ])('are not taken when they are %s', (_name, bytes) => {
    expect(readSoundFeatures(bytes)).toBeNull();
  });
});
