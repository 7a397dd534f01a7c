import { expect, it } from 'vitest';
import { melBands } from './mel-bands.ts';

it('shares every bin between the peaks out among two neighbouring bands', () => {
  const bands = melBands({ count: 5, fromHz: 0, toHz: 4_000 }, { length: 256, sampleRate: 8_000 });
  const sums = new Float64Array(129);
  for (const { firstBin, weights } of bands)
    weights.forEach((weight, at) => (sums[firstBin + at]! += weight));
  // The first peak lies at 358 mel (261 Hz: bin 8.4), the last at 1788 (2721 Hz: bin 87.1), of 2146 mel in all.
  for (let bin = 9; bin <= 87; bin++) expect(sums[bin]).toBeCloseTo(1);
});
