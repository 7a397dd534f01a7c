/** One band: the first bin of the power spectrum that counts, and the weight of each bin from there on. */
export interface Band {
  readonly firstBin: number;
  readonly weights: Float64Array;
}

/** Pitch as ears measure it (O'Shaughnessy, 1987). */
const melOf = (hertz: number): number => 2595 * Math.log10(1 + hertz / 700);
const hertzOf = (mel: number): number => 700 * (10 ** (mel / 2595) - 1);

/**
 * `count` triangular bands which overlap by half and are equally wide to the ear, from `fromHz` to `toHz`, over the bins of a
 * transform of `length` samples taken at `sampleRate`.
 */
export function melBands(
  { count, fromHz, toHz }: { count: number; fromHz: number; toHz: number },
  { length, sampleRate }: { length: number; sampleRate: number },
): Band[] {
  const [low, high] = [melOf(fromHz), melOf(toHz)];
  const corner = (index: number): number =>
    (hertzOf(low + ((high - low) * index) / (count + 1)) * length) / sampleRate;
  return Array.from({ length: count }, (_, index) => {
    const [left, peak, right] = [corner(index), corner(index + 1), corner(index + 2)];
    const firstBin = Math.ceil(left);
    const weights = Float64Array.from({ length: Math.floor(right) - firstBin + 1 }, (_unused, offset) => {
      const bin = firstBin + offset;
      return Math.max(0, bin < peak ? (bin - left) / (peak - left) : (right - bin) / (right - peak));
    });
    return { firstBin, weights };
  });
}
