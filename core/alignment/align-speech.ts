import { addDeltas } from './add-deltas.ts';
import type { PhoneAverages } from './average-phones.ts';
import { averagePhones, framesOf, partAt } from './average-phones.ts';
import { compactPauses } from './compact-pauses.ts';
import { isHeard } from './confidence-of.ts';
import type { Frames } from './frames.ts';
import { makeFrames } from './frames.ts';
import type { Heard } from './hear-phones.ts';
import { hearPhones } from './hear-phones.ts';
import { normaliseFeatures } from './normalise-features.ts';
import { placePhones, sentenceRows } from './place-phones.ts';
import type { SoundFeatures } from './sound-features.ts';
import { cepstrumWidth } from './sound-features.ts';
import { speechMask } from './speech-mask.ts';
import type { SpokenText } from './spoken-text.ts';
import type { WarpCosts } from './warp-time.ts';
import { warpTime } from './warp-time.ts';
import { choosePool } from './choose-pool.ts';

/** Both sides made comparable: features over speech, and which frames are speech. */
export interface Prepared {
  readonly frames: Frames;
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

/**
 * A text that was spoken by a synthetic voice, held against a sound. Each call of `listen` is one attempt: warp, then models.
 */
export class SpeechAligner {
  private readonly sound: Prepared;
  private readonly text: Prepared;
  private readonly voice: PhoneAverages;

  constructor(
    sound: SoundFeatures,
    private readonly spoken: SpokenText,
  ) {
    this.sound = prepare(sound, true);
    this.text = prepare(spoken.features, false);
    this.voice = averagePhones(addDeltas(this.text.frames), spoken.phones);
  }

  /**
   * @param template What each frame of the synthesised text would sound like in this recording, by models of an earlier attempt;
   * null at the first, when the synthetic voice has to do.
   */
  listen(template: Frames | null, costs: WarpCosts): Hearing | null {
    const { sound, text, spoken, voice } = this;
    const pool = choosePool(text.frames.count, sound.frames.count);
    const [textRows, soundRows] =
      template === null
        ? [
            compactPauses(text.frames, text.speech, { pool }),
            compactPauses(sound.frames, sound.speech, { pool, columns: cepstrumWidth }),
          ]
        : [
            compactPauses(template, text.speech, { pool }),
            compactPauses(sound.frames, sound.speech, { pool }),
          ];
    const withSlopes = (frames: Frames): Frames => (template === null ? addDeltas(frames) : frames);
    const warp = warpTime({
      text: withSlopes(textRows.frames),
      sound: withSlopes(soundRows.frames),
      sentenceStarts: sentenceRows(spoken, textRows),
      costs,
    });
    const phones = placePhones(spoken, { textRows, soundRows, warp });
    const sentenceOf = (word: number): number => spoken.words[word]!.sentence;
    const band = Math.max(bandFrames, pool * 30);
    const heard = hearPhones({ ...sound, phones, voice, sentenceOf, rounds, band });
    return heard && { ...heard, confidentWords: this.countConfident(heard) };
  }

  /** What the text would sound like in this recording, by the models of a hearing. */
  templateFrom({ models, names }: Hearing): Frames {
    const template = makeFrames(this.text.frames.count, this.sound.frames.width);
    const put = (frame: number, sound: number): void =>
      template.values.set(models.meanOf(sound), frame * template.width);
    for (let frame = 0; frame < template.count; frame++) put(frame, names.silence);
    for (const phone of this.spoken.phones) {
      const first = names.firstOf.get(phone.name);
      if (first === undefined) continue;
      const { start, end } = framesOf(phone);
      for (let frame = start; frame < Math.min(end, template.count); frame++) {
        put(frame, first + partAt(frame, start, end));
      }
    }
    return template;
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

function prepare(features: SoundFeatures, withSlopes: boolean): Prepared {
  const speech = speechMask(features.levels);
  const frames = normaliseFeatures(features, speech);
  return { frames: withSlopes ? addDeltas(frames) : frames, speech };
}
