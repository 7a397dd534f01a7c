import type { PhoneAverages } from './average-phones.ts';
import { partAt } from './average-phones.ts';
import { bestPath } from './best-path.ts';
import type { FrameReader } from './frames.ts';
import type { HeardWord } from './heard-word.ts';
import type { Spread } from './measure-spread.ts';
import type { MixtureModel } from './mixture-model.ts';
import type { PhoneChain, PlacedPhone, SoundNames } from './phone-chain.ts';
import { chainPhones, nameSounds, neverFalling, noWord } from './phone-chain.ts';
import type { PhoneModels } from './phone-models.ts';
import { FrameScores, learnPhones, unlabelled } from './phone-models.ts';
import { sentenceConfidences } from './sentence-confidence.ts';

export interface HeardSound {
  /** Features with their slopes, and which of them may be speech. */
  readonly frames: FrameReader;
  readonly speech: Uint8Array;
  /** Of all that may be speech, whatever is said. */
  readonly spread: Spread;
  /** Of all speech, when one does not know what is said. */
  readonly filler: MixtureModel;
}

export interface HearTask {
  readonly sound: HeardSound;
  /** Phones in the order of the text, where the warp placed them. */
  readonly phones: readonly PlacedPhone[];
  /** How the synthetic voice says each phone. */
  readonly voice: PhoneAverages;
  /** The sentence of each word. */
  readonly sentenceOf: (word: number) => number;
  /** How many frames of speech there would be if all of the text were in the sound. */
  readonly expectedFrames: number;
  readonly rounds: number;
  /** How far (frames) the first placing may be off. */
  readonly band: number;
}

export interface Heard {
  /** By word; words which no phone was given for are missing. */
  readonly words: ReadonlyMap<number, HeardWord>;
  /** By sentence; see `confidenceOf`. */
  readonly confidences: ReadonlyMap<number, number>;
  readonly names: SoundNames;
  readonly models: PhoneModels;
}

/** After the first round things lie nearly right: the band can be narrower (frames). */
const leastBand = 100;

/**
 * Times to the hundredth of a second: a hidden Markov model with one Gaussian a state, trained on nothing but this recording. The
 * warp says roughly which frames belong to which phone; models are learned from those, the likeliest way through all phones is
 * found with them, its labels give better models, and so on. Null when no way fits.
 */
export function hearPhones(task: HearTask): Heard | null {
  const { sound, phones, voice, sentenceOf, expectedFrames, rounds, band } = task;
  const { frames, spread, filler } = sound;
  const names = nameSounds(phones);
  const lesson = { frames, names, spread, voice };
  let chain = chainPhones(phones, { names, sentenceOf, frames: frames.count });
  let labels = firstLabels(task, names);
  let found: { path: Int32Array; models: PhoneModels } | null = null;
  for (let round = 0; round < rounds; round++) {
    const { models } = learnPhones(lesson, labels);
    const scores = new FrameScores(lesson, models, filler);
    const path = bestPath({
      chain,
      frames: frames.count,
      names,
      score: (frame, sound) => scores.score(frame, sound),
      band: round === 0 ? band : Math.max(leastBand, band / 2),
    });
    if (path === null) break;
    labels = path.map((state) => chain.sound[state]!);
    chain = { ...chain, ...expectAsHeard(chain, path) };
    found = { path, models };
  }
  if (found === null) return null;
  const { path, models } = found;
  const words = wordsOf(chain, path);
  const confidences = sentenceConfidences({ words, labels, sentenceOf, expectedFrames }, { lesson, filler });
  return { words, confidences, names, models };
}

/** Pauses are silence, each phone's frames are split among its states, and of the rest nothing is known. */
function firstLabels({ sound: { speech }, phones }: HearTask, names: SoundNames): Int32Array {
  const labels = Int32Array.from(speech, (isSpeech) => (isSpeech === 1 ? unlabelled : names.silence));
  for (const { name, start, end } of phones) {
    for (let frame = start; frame < Math.min(end, labels.length); frame++) {
      if (speech[frame] === 1) labels[frame] = names.firstOf.get(name)! + partAt(frame, start, end);
    }
  }
  return labels;
}

/** Each state is now expected where the path found it; optional states which it passed over, where their neighbours are. */
function expectAsHeard(chain: PhoneChain, path: Int32Array): Pick<PhoneChain, 'earliest' | 'latest'> {
  const earliest = new Float64Array(chain.count).fill(path.length);
  const latest = new Float64Array(chain.count);
  path.forEach((state, frame) => {
    latest[state] = frame;
    earliest[state] = Math.min(earliest[state]!, frame);
  });
  return {
    earliest: neverFalling(earliest.reverse(), Math.min).reverse(),
    latest: neverFalling(latest, Math.max),
  };
}

function wordsOf(chain: PhoneChain, path: Int32Array): Map<number, HeardWord> {
  const words = new Map<number, { start: number; end: number }>();
  path.forEach((state, frame) => {
    const word = chain.word[state]!;
    if (word === noWord) return;
    const known = words.get(word);
    if (known) known.end = frame + 1;
    else words.set(word, { start: frame, end: frame + 1 });
  });
  return words;
}
