import { addDeltas } from './add-deltas.ts';
import type { PhoneAverages } from './average-phones.ts';
import { averagePhones } from './average-phones.ts';
import { choosePool } from './choose-pool.ts';
import type { Compacted } from './compact-pauses.ts';
import { compactPauses } from './compact-pauses.ts';
import { isHeard } from './confidence-of.ts';
import type { FrameReader, Frames } from './frames.ts';
import type { Heard, HeardSound } from './hear-phones.ts';
import { hearPhones } from './hear-phones.ts';
import { measureSpread } from './measure-spread.ts';
import { MixtureModel } from './mixture-model.ts';
import { NormalisedFrames } from './normalised-frames.ts';
import { placePhones, sentenceRows } from './place-phones.ts';
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

/** Rounds of training for each placing. */
const rounds = 3;
/** How far a placing may be off, frames; a coarser pool errs more. */
const bandFrames = 300;
/** Kinds of sound in whatever may be speech: a phone has to explain its frames better than a mixture of so many. */
const fillerKinds = 16;

/**
 * A text that was spoken by a synthetic voice, held against a sound: warped, then heard by models.
 */
export class SpeechAligner {
  private readonly sound: HeardSound;
  private readonly text: Prepared;
  private readonly voice: PhoneAverages;
  private readonly pool: number;
  private readonly expectedFrames: number;

  constructor(
    sound: SoundFeatures,
    private readonly spoken: SpokenText,
  ) {
    this.sound = withFiller(prepare(sound));
    this.text = prepare(spoken.features);
    this.voice = averagePhones(this.text.frames, spoken.phones);
    this.pool = choosePool(this.text.frames.count, this.sound.frames.count);
    this.expectedFrames = Math.min(speechFrames(this.text), speechFrames(this.sound));
  }

  /**
   * What is heard where under each of several costs of leaving something out, one after the other; null where nothing could be placed.
   * @param earlier A hearing whose models say what the text sounds like in this recording; null at the first, when the
   * synthetic voice has to do.
   */
  *listen(earlier: Heard | null, costs: readonly WarpCosts[]): Generator<Hearing | null> {
    const { textRows, soundRows, withSlopes } = this.compact(earlier);
    const task = {
      text: withSlopes(textRows.frames),
      sound: withSlopes(soundRows.frames),
      sentenceStarts: sentenceRows(this.spoken, textRows),
    };
    for (const warp of warpTime(task, costs)) yield this.hear(textRows, soundRows, warp);
  }

  private compact(earlier: Heard | null) {
    const { sound, text, spoken, pool } = this;
    if (earlier === null) {
      const columns = cepstrumWidth;
      const textRows = compactPauses(text.frames, text.speech, { pool, columns });
      return {
        textRows,
        soundRows: compactPauses(sound.frames, sound.speech, { pool, columns }),
        withSlopes: addDeltas,
      };
    }
    const template = new TemplateFrames(earlier, spoken.phones, text.frames.count);
    return {
      textRows: compactPauses(template, text.speech, { pool }),
      soundRows: compactPauses(sound.frames, sound.speech, { pool }),
      withSlopes: (frames: Frames): Frames => frames,
    };
  }

  private hear(textRows: Compacted, soundRows: Compacted, warp: Warp): Hearing | null {
    const { sound, spoken, voice, pool, expectedFrames } = this;
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
