import { describe, expect, it } from 'vitest';
import { measureSpread } from './measure-spread.ts';
import { MixtureModel } from './mixture-model.ts';

/** A drum, a bass and nothing, in turns: three kinds of frames around 10, 20 and 30. */
const values = Float64Array.from({ length: 300 }, (_, frame) => 10 * (1 + (frame % 3)) + (frame % 7) / 10);
const frames = {
  count: values.length,
  width: 1,
  read: (frame: number, row: Float64Array) => void (row[0] = values[frame]!),
};
const all = new Uint8Array(values.length).fill(1);
const spread = measureSpread(frames, all);

describe('a mixture', () => {
  it('knows each of several kinds of sound, and nothing between them', () => {
    const mixture = new MixtureModel(frames, all, { spread, kinds: 4 });
    const [drum, between, bass] = [10.3, 15, 20.3].map((value) => mixture.score(Float64Array.of(value)));
    expect(drum).toBeGreaterThan(between! + 2);
    expect(bass).toBeGreaterThan(between! + 2);
  });

  it('learns from the chosen frames only', () => {
    const chosen = Uint8Array.from(all, (_, frame) => (frame % 3 === 0 ? 1 : 0));
    const mixture = new MixtureModel(frames, chosen, { spread, kinds: 4 });
    expect(mixture.score(Float64Array.of(10.3))).toBeGreaterThan(mixture.score(Float64Array.of(30.3)) + 10);
  });
});
