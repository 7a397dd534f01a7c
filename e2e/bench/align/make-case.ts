import { readFileSync } from 'node:fs';
import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import { Resampler } from '../../../core/audio/resampler.ts';
import { parseTranscriptText } from '../../../core/transcript/parse-transcript.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import type { Case, Part, Turn } from './cases.ts';
import { music } from './music.ts';
import type { Utterance } from './russian-corpus.ts';
import { beginningOf, readSamples, readTexts, readUtterance } from './russian-corpus.ts';

export interface MadeCase {
  readonly name: string;
  /** The sound, made as it is asked for: an hour of it is not held in memory. */
  readonly pieces: () => Iterable<Pcm>;
  readonly durationMs: number;
  readonly transcript: Transcript;
  /** When each word of the transcript begins (ms); null: not timed by the labels; undefined: not said at all. */
  readonly truth: readonly (number | null | undefined)[];
}

const sampleRate = 16_000;
/**
 * The second speaker is the first, played faster: voice and mouth become those of a smaller person, and how the words are said stays
 * the same, so that their times are known.
 */
const otherRate = 13_600;
/** Words of the English text: about five minutes. */
const licenceWords = 650;

/** Puts the sound of a case together, and says what is true of its text. @param english Speech of another voice. */
export function makeCase(
  { name, sound, text, withoutCommas = false, musicDb }: Case,
  english: Float32Array,
): MadeCase {
  const maker = new SoundMaker(english);
  const starts = new Map<string, (number | null)[]>();
  let samples = 0;
  for (const part of sound) {
    if (typeof part !== 'string')
      starts.set(keyOf(part), maker.startsOf(part, (samples / sampleRate) * 1000));
    samples += maker.lengthOf(part);
  }
  const utterances = text === 'licence' ? [] : text.map((part) => maker.utteranceOf(turnOf(part)));
  const written = utterances.map((each) => each.text.replaceAll(withoutCommas ? ',' : '\u0000', ''));
  const truth =
    text === 'licence'
      ? new Array<undefined>(licenceWords)
      : text.flatMap(
          (part, at) => starts.get(keyOf(part)) ?? utterances[at]!.wordStartsMs.map(() => undefined),
        );
  const said = text === 'licence' ? licence() : written.join('\n\n');
  const parsed = parseTranscriptText(said, { kind: 'file', language: text === 'licence' ? 'en' : 'ru' });
  if (!parsed.ok) throw new Error(parsed.error.code);
  return {
    name,
    pieces: () => maker.pieces(sound, musicDb),
    durationMs: (samples / sampleRate) * 1000,
    transcript: parsed.value,
    truth,
  };
}

class SoundMaker {
  private readonly texts = readTexts();
  private readonly utterances = new Map<string, Utterance>();

  constructor(private readonly english: Float32Array) {}

  utteranceOf({ utterance, isShort = false }: Turn): Utterance {
    const key = `${utterance} ${isShort}`;
    const known = this.utterances.get(key);
    if (known) return known;
    const whole = readUtterance(this.texts[utterance]!);
    const own = isShort ? beginningOf(whole) : whole;
    this.utterances.set(key, own);
    return own;
  }

  /** When each word begins (ms), when the part itself begins at `fromMs`. */
  startsOf(part: number | Turn, fromMs: number): (number | null)[] {
    const { wordStartsMs } = this.utteranceOf(turnOf(part));
    const pace = turnOf(part).isOther ? otherRate / sampleRate : 1;
    return wordStartsMs.map((ms) => (ms === null ? null : fromMs + ms * pace));
  }

  /** Samples of a part. */
  lengthOf(part: Part): number {
    return typeof part === 'number' ? this.utteranceOf(turnOf(part)).length : this.samplesOf(part).length;
  }

  *pieces(sound: readonly Part[], musicDb: number | undefined): Generator<Pcm> {
    let at = 0;
    for (const part of sound) {
      const own = this.samplesOf(part);
      const samples = musicDb === undefined ? own : withMusic(own, at, musicDb);
      at += own.length;
      yield { channels: [samples], sampleRate };
    }
  }

  private samplesOf(part: Part): Float32Array {
    if (part === 'english') return this.english;
    if (part === 'jingle') return jingle(15);
    const turn = turnOf(part);
    const { name } = this.texts[turn.utterance]!;
    const own = readSamples(name).subarray(0, this.utteranceOf(turn).length);
    if (!turn.isOther) return own;
    const resampler = new Resampler(sampleRate, otherRate);
    return Float32Array.from([...resampler.push(own), ...resampler.finish()]);
  }
}

const turnOf = (part: number | Turn): Turn => (typeof part === 'number' ? { utterance: part } : part);
const keyOf = (part: number | Turn): string => JSON.stringify(turnOf(part));

/** Speech of this corpus has a level of some -20 dB of full scale. */
const speechLevel = 0.105;

function withMusic(speech: Float32Array, from: number, db: number): Float32Array {
  const gain = speechLevel * 10 ** (db / 20);
  return speech.map((sample, index) => sample + gain * music((from + index) / sampleRate));
}

function licence(): string {
  const words = readFileSync('LICENSE', 'utf8').replaceAll('\n\n', '¶').split(/\s+/);
  return words.slice(0, licenceWords).join(' ').replaceAll('¶', '\n\n');
}

/** Chords that change every quarter of a second. */
function jingle(seconds: number): Float32Array {
  return Float32Array.from({ length: seconds * sampleRate }, (_, index) => {
    const pitch = 1 + (Math.floor(index / 4_000) % 7) / 7;
    return (
      0.05 * (Math.sin(index * 0.05 * pitch) + Math.sin(index * 0.083) + Math.sin(index * 0.063 * pitch))
    );
  });
}
