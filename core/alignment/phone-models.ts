import type { PhoneAverages } from './average-phones.ts';
import type { FrameReader } from './frames.ts';
import type { Spread } from './measure-spread.ts';
import { leastShareOfVariance } from './measure-spread.ts';
import { MixtureModel } from './mixture-model.ts';
import type { SoundNames } from './phone-chain.ts';
import { statesOfPhone } from './phone-chain.ts';

/** So many frames of what one believed before are mixed into what was heard: rare phones stay near to the average. */
const believedFrames = 16;
/** A pause may hold music, breath or a street: so many Gaussians, when so many frames of silence are there to learn them from. */
const silenceMixture = { kinds: 8, leastFrames: 500 };

/** Label of frames which nothing is learned from. */
export const unlabelled = -1;

/** How many frames were heard of each sound, and the sums from which its mean and variance follow. */
export class SoundSums {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;

  constructor(
    private readonly width: number,
    private readonly names: SoundNames,
  ) {
    const sounds = names.silence + 1;
    this.counts = new Float64Array(sounds);
    this.sums = new Float64Array(sounds * width);
    this.squares = new Float64Array(sounds * width);
  }

  /** Adds the row of a frame to a sound, or takes it away again (`sign` -1). Of filler nothing is learned. */
  add(row: Float64Array, sound: number, sign = 1): void {
    if (sound > this.names.silence) return;
    this.counts[sound]! += sign;
    for (let index = 0; index < this.width; index++) {
      const value = row[index]!;
      const at = sound * this.width + index;
      this.sums[at]! += sign * value;
      this.squares[at]! += sign * value * value;
    }
  }
}

/** What models are learned from beside the labels. */
export interface Lesson {
  readonly frames: FrameReader;
  readonly names: SoundNames;
  /** Of all speech in the recording. */
  readonly spread: Spread;
  /** How the synthetic voice says each phone. */
  readonly voice: PhoneAverages;
}

/** One Gaussian with its own variance in each direction for each sound of this recording; for silence a mixture, if there is one. */
export class PhoneModels {
  /** What each sound is believed to be like before it was heard. */
  private readonly beliefs: Float64Array;
  private readonly means: Float64Array;
  private readonly precisions: Float64Array;
  private readonly constants: Float64Array;

  constructor(
    private readonly data: SoundSums,
    private readonly lesson: Lesson,
    private readonly silence: MixtureModel | null,
  ) {
    this.beliefs = believe(lesson);
    this.means = new Float64Array(data.sums.length);
    this.precisions = new Float64Array(data.sums.length);
    this.constants = new Float64Array(data.counts.length);
    for (let sound = 0; sound < data.counts.length; sound++) this.estimate(sound);
  }

  /** Log-likelihood of a frame with such a row if `sound` is heard in it. */
  score(row: Float64Array, sound: number): number {
    if (this.silence !== null && sound === this.lesson.names.silence) return this.silence.score(row);
    const { width } = this.lesson.frames;
    let sum = this.constants[sound]!;
    for (let index = 0; index < width; index++) {
      const at = sound * width + index;
      const difference = row[index]! - this.means[at]!;
      sum += difference * difference * this.precisions[at]!;
    }
    return -0.5 * sum;
  }

  meanOf(sound: number): Float64Array {
    const { width } = this.lesson.frames;
    return this.means.subarray(sound * width, (sound + 1) * width);
  }

  /**
   * Takes mean and variance of a sound from the sums again: the most likely ones given what was heard and a belief (MAP, Gauvain
   * and Lee, 1994). One believes that the part of a phone is like the whole phone, and the phone like the synthetic voice says it.
   */
  estimate(sound: number): void {
    const { sums, squares, counts } = this.data;
    const { width } = this.lesson.frames;
    const count = counts[sound]!;
    let constant = 0;
    for (let index = 0; index < width; index++) {
      const at = sound * width + index;
      const whole = this.lesson.spread.variance[index]!;
      const mean = (sums[at]! + believedFrames * this.beliefOf(sound, index)) / (count + believedFrames);
      const scatter = squares[at]! - 2 * mean * sums[at]! + count * mean * mean;
      const own = (scatter + 2 * believedFrames * whole) / (count + 2 * believedFrames);
      const variance = Math.max(own, leastShareOfVariance * whole);
      this.means[at] = mean;
      this.precisions[at] = 1 / variance;
      constant += Math.log(2 * Math.PI * variance);
    }
    this.constants[sound] = constant;
  }

  private beliefOf(sound: number, index: number): number {
    const { names, frames } = this.lesson;
    const belief = this.beliefs[sound * frames.width + index]!;
    if (sound === names.silence) return belief;
    const first = sound - (sound % statesOfPhone);
    let [heard, sum] = [believedFrames, believedFrames * belief];
    for (let part = first; part < first + statesOfPhone; part++) {
      heard += this.data.counts[part]!;
      sum += this.data.sums[part * frames.width + index]!;
    }
    return sum / heard;
  }
}

function believe({ frames: { width }, names, spread, voice }: Lesson): Float64Array {
  const beliefs = new Float64Array((names.silence + 1) * width);
  for (let sound = 0; sound <= names.silence; sound++) beliefs.set(spread.mean, sound * width);
  for (const [name, first] of names.firstOf) {
    const said = voice.get(name);
    if (said) beliefs.set(said, first * width);
  }
  return beliefs;
}

/** Learns the models from frames which are labelled with the sound that is heard in each. */
export function learnPhones(lesson: Lesson, labels: Int32Array): { sums: SoundSums; models: PhoneModels } {
  const { frames, names } = lesson;
  const sums = new SoundSums(frames.width, names);
  const row = new Float64Array(frames.width);
  labels.forEach((sound, frame) => {
    if (sound === unlabelled) return;
    frames.read(frame, row);
    sums.add(row, sound);
  });
  const mayMix = sums.counts[names.silence]! >= silenceMixture.leastFrames;
  return { sums, models: new PhoneModels(sums, lesson, mayMix ? learnSilence(lesson, labels) : null) };
}

function learnSilence({ frames, names, spread }: Lesson, labels: Int32Array): MixtureModel {
  const chosen = Uint8Array.from(labels, (sound) => (sound === names.silence ? 1 : 0));
  return new MixtureModel(frames, chosen, { spread, kinds: silenceMixture.kinds });
}

/** What the likelihood of a frame is for each sound, filler among them, computed when first asked for. */
export class FrameScores {
  private readonly scores: Float64Array;
  private readonly computedFor: Int32Array;
  private readonly frames: FrameReader;
  private readonly names: SoundNames;
  private readonly row: Float64Array;
  private frame = -1;

  constructor(
    { frames, names }: Pick<Lesson, 'frames' | 'names'>,
    private readonly models: PhoneModels,
    private readonly filler: MixtureModel,
  ) {
    this.frames = frames;
    this.names = names;
    this.scores = new Float64Array(names.filler + 1);
    this.computedFor = new Int32Array(names.filler + 1).fill(-1);
    this.row = new Float64Array(frames.width);
  }

  score(frame: number, sound: number): number {
    if (this.computedFor[sound] !== frame) this.compute(frame, sound);
    return this.scores[sound]!;
  }

  private compute(frame: number, sound: number): void {
    if (this.frame !== frame) this.frames.read(frame, this.row);
    this.frame = frame;
    this.computedFor[sound] = frame;
    this.scores[sound] =
      sound === this.names.filler ? this.filler.score(this.row) : this.models.score(this.row, sound);
  }
}
