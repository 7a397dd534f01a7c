import { frameMs } from './frames.ts';

/**
 * Where right and wrong part, measured (docs/decisions): models that heard 25 s of a voice know little even of what is there, so
 * that right sentences lie at -0.6 and wrong ones below -2; from 5 minutes on right ones lie above 0.5 and wrong ones below 0.1.
 */
const [little, much] = [
  { ms: 25_000, ratio: -1.2 },
  { ms: 300_000, ratio: 0.3 },
];

/**
 * The confidence of a sentence (see `Alignment`: 1 and more is heard) from its mean log-likelihood ratio and how many frames of
 * speech its models would have heard if all of the text were there. Where they heard less, because little of a long text was found,
 * no less is asked for: there the best of many wrong sentences is the likelier find.
 */
export function confidenceOf(ratio: number, expectedFrames: number): number {
  const share = Math.log((expectedFrames * frameMs) / little.ms) / Math.log(much.ms / little.ms);
  const parting = little.ratio + Math.min(Math.max(share, 0), 1) * (much.ratio - little.ratio);
  return 1 + ratio - parting;
}

export function isHeard(confidence: number): boolean {
  return confidence >= 1;
}
