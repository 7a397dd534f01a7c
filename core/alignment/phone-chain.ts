/** States of a phone: how it begins, what it is, how it ends. */
export const statesOfPhone = 3;
/** Most states that one state can follow. */
export const mostPredecessors = 5;
/** What `word` says of states that belong to no word. */
export const noWord = -1;

/** A phone as the warp placed it in the sound: frames, `end` exclusive. */
export interface PlacedPhone {
  readonly name: string;
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

/** The sounds there are models of: three for each phone name, then silence, then filler (anything else people say or play). */
export interface SoundNames {
  readonly firstOf: ReadonlyMap<string, number>;
  readonly silence: number;
  readonly filler: number;
}

/**
 * All that may be heard, in order: three states for each phone, silence between words if there is any, and between sentences
 * filler as well. A state may be followed by itself, and follows one of those `backwards` before it.
 */
export interface PhoneChain {
  readonly count: number;
  /** Which sound each state makes. */
  readonly sound: Int32Array;
  readonly word: Int32Array;
  /** `mostPredecessors` numbers for each state: how many states back each predecessor lies; 0: no more of them. */
  readonly backwards: Uint8Array;
  /** The frames between which each state is expected. Neither ever falls. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  /** States in which the sound may begin, and in which it may end. */
  readonly firstStates: readonly number[];
  readonly lastStates: readonly number[];
}

export function nameSounds(phones: readonly { readonly name: string }[]): SoundNames {
  const firstOf = new Map<string, number>();
  for (const { name } of phones) if (!firstOf.has(name)) firstOf.set(name, firstOf.size * statesOfPhone);
  const silence = firstOf.size * statesOfPhone;
  return { firstOf, silence, filler: silence + 1 };
}

/** @param frames How many frames the sound has. @param sentenceOf The sentence of each word. */
export function chainPhones(
  phones: readonly PlacedPhone[],
  { names, sentenceOf, frames }: { names: SoundNames; sentenceOf: (word: number) => number; frames: number },
): PhoneChain {
  const maker = new ChainMaker(names, phones.length);
  let [word, sentence, end] = [noWord, -1, 0];
  for (const phone of phones) {
    if (phone.word !== word) {
      const isNewSentence = sentenceOf(phone.word) !== sentence;
      maker.addGap({ start: Math.min(end, phone.start), end: phone.start, mayHoldFiller: isNewSentence });
      [word, sentence] = [phone.word, sentenceOf(phone.word)];
    }
    maker.addPhone(phone);
    end = phone.end;
  }
  maker.addGap({ start: end, end: frames, mayHoldFiller: true });
  return maker.finish();
}

/** States from which the next one may be entered; -1: the beginning of the sound. */
type Exits = readonly number[];

interface ChainState {
  readonly sound: number;
  readonly word: number;
  readonly from: Exits;
  readonly start: number;
  readonly end: number;
}

/** Most states of a gap. */
const statesOfGap = 3;

class ChainMaker {
  private readonly sounds: Int32Array;
  private readonly words: Int32Array;
  private readonly backwards: Uint8Array;
  private readonly starts: Float64Array;
  private readonly ends: Float64Array;
  private readonly firstStates: number[] = [];
  private count = 0;
  private exits: Exits = [-1];

  /** @param phones How many there will be at most, and one gap more. */
  constructor(
    private readonly names: SoundNames,
    phones: number,
  ) {
    const most = phones * statesOfPhone + (phones + 1) * statesOfGap;
    this.sounds = new Int32Array(most);
    this.words = new Int32Array(most);
    this.backwards = new Uint8Array(most * mostPredecessors);
    this.starts = new Float64Array(most);
    this.ends = new Float64Array(most);
  }

  addPhone({ name, word, start, end }: PlacedPhone): void {
    for (let part = 0; part < statesOfPhone; part++) {
      const at = start + ((end - start) * part) / statesOfPhone;
      const sound = this.names.firstOf.get(name)! + part;
      this.exits = [this.add({ sound, word, from: this.exits, start: at, end: at })];
    }
  }

  addGap({ start, end, mayHoldFiller }: { start: number; end: number; mayHoldFiller: boolean }): void {
    const { silence, filler } = this.names;
    const gap = { word: noWord, start, end };
    const before = this.add({ ...gap, sound: silence, from: this.exits });
    let exits = [...this.exits, before];
    if (mayHoldFiller) {
      const other = this.add({ ...gap, sound: filler, from: exits });
      const after = this.add({ ...gap, sound: silence, from: [other] });
      exits = [...exits, other, after];
    }
    this.exits = exits;
  }

  finish(): PhoneChain {
    const { count } = this;
    return {
      count,
      sound: this.sounds.slice(0, count),
      word: this.words.slice(0, count),
      backwards: this.backwards.slice(0, count * mostPredecessors),
      earliest: neverFalling(this.starts.slice(0, count).reverse(), Math.min).reverse(),
      latest: neverFalling(this.ends.slice(0, count), Math.max),
      firstStates: this.firstStates,
      lastStates: this.exits.filter((each) => each >= 0),
    };
  }

  private add({ sound, word, from, start, end }: ChainState): number {
    const state = this.count++;
    this.sounds[state] = sound;
    this.words[state] = word;
    this.starts[state] = start;
    this.ends[state] = end;
    let at = state * mostPredecessors;
    for (const each of from) {
      if (each < 0) this.firstStates.push(state);
      else this.backwards[at++] = state - each;
    }
    return state;
  }
}

/** Each value made to be no better than the one before it, by `choose`. */
export function neverFalling(
  values: Float64Array<ArrayBuffer>,
  choose: (one: number, other: number) => number,
): Float64Array<ArrayBuffer> {
  for (let index = 1; index < values.length; index++) {
    values[index] = choose(values[index - 1]!, values[index]!);
  }
  return values;
}
