import { addDeltas } from './add-deltas.ts';
import type { PhoneAverages } from './average-phones.ts';
import { averagePhones } from './average-phones.ts';
import { choosePool } from './choose-pool.ts';
import type { Compacted } from './compact-pauses.ts';
import { compactPauses } from './compact-pauses.ts';
import { isHeard } from './confidence-of.ts';
import type { FrameReader } from './frames.ts';
import type { Heard, HeardSound } from './hear-phones.ts';
import { hearPhones } from './hear-phones.ts';
import { measureSpread } from './measure-spread.ts';
import { MixtureModel } from './mixture-model.ts';
import { NormalisedFrames } from './normalised-frames.ts';
import { placePhones, sentenceRows } from './place-phones.ts';
import type { Range } from './row-distances.ts';
import { sentenceRanges } from './sentence-ranges.ts';
import type { SoundFeatures } from './sound-features.ts';
import { cepstrumWidth } from './sound-features.ts';
import { speechMask } from './speech-mask.ts';
import type { SpokenText } from './spoken-text.ts';
import { TemplateFrames } from './template-frames.ts';
import type { WarpCosts } from './warp-costs.ts';
import type { Warp } from './warp-time.ts';
import { warpTime } from './warp-time.ts';

/** Both sides made comparable: features over speech, and which frames are speech. */
interface Prepared {
  readonly frames: FrameReader;
  readonly speech: Uint8Array;
}

/** One way of aligning: what it heard where. */
export interface Hearing extends Heard {
  /** Words of sentences which are confidently heard. */
  readonly confidentWords: number;
}

/** Both sides made short, to be warped. */
interface Rows {
  /** How many frames make a row. */
  readonly pool: number;
  readonly text: Compacted;
  readonly sound: Compacted;
  /** Whether the rows already tell where the values are going. */
  readonly withSlopes: boolean;
  /** The frames of sound in which each sentence may lie, if that is known. */
  readonly ranges: readonly Range[] | null;
}

/** Rounds of training for each placing. */
const rounds = 3;
/** How far a placing may be off, frames; a coarser pool errs more. */
const bandFrames = 300;
/** Sentences which two warps place so near to one another are heard in the same place. */
const alikeFrames = 150;
/** Kinds of sound in whatever may be speech: a phone has to explain its frames better than a mixture of so many. */
const fillerKinds = 16;

/**
 * A text that was spoken by a synthetic voice, held against a sound: warped, then heard by models.
 */
export class SpeechAligner {
  private readonly sound: HeardSound;
  private readonly text: Prepared;
  private readonly voice: PhoneAverages;
  private readonly expectedFrames: number;

  constructor(
    sound: SoundFeatures,
    private readonly spoken: SpokenText,
  ) {
    this.sound = withFiller(prepare(sound));
    this.text = prepare(spoken.features);
    this.voice = averagePhones(this.text.frames, spoken.phones);
    this.expectedFrames = Math.min(speechFrames(this.text), speechFrames(this.sound));
  }

  /**
   * What is heard where under each of several costs of leaving something out, one after the other; null where nothing could be placed.
   * @param earlier A hearing whose models say what the text sounds like in this recording; null at the first, when the
   * synthetic voice has to do.
   */
  *listen(earlier: Heard | null, costs: readonly WarpCosts[]): Generator<Hearing | null> {
    const { spoken } = this;
    const rows = earlier === null ? this.compact() : this.compactAgain(earlier);
    const sentenceStarts = sentenceRows(spoken, rows.text);
    const task = {
      text: rows.withSlopes ? rows.text.frames : addDeltas(rows.text.frames),
      sound: rows.withSlopes ? rows.sound.frames : addDeltas(rows.sound.frames),
      sentenceStarts,
      ...(rows.ranges && { ranges: rowsOfRanges(rows.ranges, rows.sound) }),
    };
    const tried: Warp[] = [];
    for (const warp of warpTime(task, costs)) {
      const isAlike = tried.some((other) => leadToTheSame(warp, other, { sentenceStarts, pool: rows.pool }));
      tried.push(warp);
      yield isAlike ? null : this.hear(rows, warp);
    }
  }

  private compact(): Rows {
    const { sound, text } = this;
    const pool = choosePool(sound.frames.count, text.frames.count * sound.frames.count);
    const shape = { pool, columns: cepstrumWidth };
    return {
      pool,
      text: compactPauses(text.frames, text.speech, shape),
      sound: compactPauses(sound.frames, sound.speech, shape),
      withSlopes: false,
      ranges: null,
    };
  }

  /** Where most is known already, there is less to be compared, and it can be done more finely. */
  private compactAgain(earlier: Heard): Rows {
    const { sound, text, spoken } = this;
    const ranges = sentenceRanges(spoken, earlier, sound.frames.count);
    const meanLength = ranges.reduce((sum, { from, until }) => sum + until - from, 0) / ranges.length;
    const pool = choosePool(sound.frames.count, text.frames.count * meanLength);
    const template = new TemplateFrames(earlier, spoken.phones, text.frames.count);
    return {
      pool,
      text: compactPauses(template, text.speech, { pool }),
      sound: compactPauses(sound.frames, sound.speech, { pool }),
      withSlopes: true,
      ranges,
    };
  }

  private hear({ text: textRows, sound: soundRows, pool }: Rows, warp: Warp): Hearing | null {
    const { sound, spoken, voice, expectedFrames } = this;
    const phones = placePhones(spoken, { textRows, soundRows, warp });
    const sentenceOf = (word: number): number => spoken.words[word]!.sentence;
    const band = Math.max(bandFrames, pool * 30);
    const heard = hearPhones({ sound, phones, voice, sentenceOf, expectedFrames, rounds, band });
    return heard && { ...heard, confidentWords: this.countConfident(heard) };
  }

  private countConfident({ words, confidences }: Heard): number {
    let count = 0;
    for (const word of words.keys()) {
      const confidence = confidences.get(this.spoken.words[word]!.sentence);
      if (confidence !== undefined && isHeard(confidence)) count += 1;
    }
    return count;
  }
}

function prepare(features: SoundFeatures): Prepared {
  const speech = speechMask(features.levels);
  return { frames: new NormalisedFrames(features, speech), speech };
}

function withFiller({ frames, speech }: Prepared): HeardSound {
  const spread = measureSpread(frames, speech);
  return { frames, speech, spread, filler: new MixtureModel(frames, speech, { spread, kinds: fillerKinds }) };
}

function speechFrames({ speech }: Prepared): number {
  return speech.reduce((sum, isSpeech) => sum + isSpeech, 0);
}

function rowsOfRanges(ranges: readonly Range[], { rowOf, frames: { count } }: Compacted): Range[] {
  return ranges.map(({ from, until }) => ({
    from: Math.min(rowOf[from] ?? 0, count - 1),
    until: until < rowOf.length ? Math.min(rowOf[until]! + 1, count) : count,
  }));
}

/** Whether two warps lead to the same hearing: the same sentences, so near to one another that the models find the rest. */
function leadToTheSame(
  one: Warp,
  other: Warp,
  { sentenceStarts, pool }: { sentenceStarts: readonly number[]; pool: number },
): boolean {
  return sentenceStarts.every((row) => {
    const [place, otherPlace] = [one.first[row]!, other.first[row]!];
    return place < 0 === otherPlace < 0 && Math.abs(place - otherPlace) * pool <= alikeFrames;
  });
}
