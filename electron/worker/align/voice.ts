import type { Speaker, SpeechEvent } from '@echogarden/espeak-ng-emscripten';
import type { SpeechMark } from '../../../core/alignment/phones-of-words.ts';
import { chooseVoice } from './choose-voice.ts';
import { loadEspeak } from './load-espeak.ts';

export interface SaidSentence {
  readonly samples: Float32Array;
  readonly sampleRate: number;
  readonly marks: readonly SpeechMark[];
}

/** Slow enough that no phone is swallowed. */
const wordsPerMinute = 150;
/** Markup, and what eSpeak would take for mnemonics of phonemes. */
const notText = /[<>&[\]\\]/g;
/** Stress, length and softness: the models of a recording learn more from phones without them. A bracket names a language. */
const ornaments = /[ˈˌːʲ'\u0329\s_|]|\(.*$/g;

/** eSpeak NG in one language. */
export class Voice {
  private constructor(
    private readonly speaker: Speaker,
    /** BCP 47, as it was asked for. */
    readonly language: string,
  ) {}

  /** @param language BCP 47. @returns null where eSpeak has no voice for it. */
  static async open(language: string): Promise<Voice | null> {
    const { eSpeakNGWorker } = await loadEspeak();
    const speaker = new eSpeakNGWorker();
    const name = chooseVoice(language, speaker.list_voices());
    if (name === null || speaker.set_voice(name) !== 0) return null;
    speaker.set_rate(wordsPerMinute);
    return new Voice(speaker, language);
  }

  say(text: string): SaidSentence {
    const parts: Int16Array[] = [];
    const events: SpeechEvent[] = [];
    this.speaker.synthesize(text.replace(notText, ' '), (samples, heard) => {
      parts.push(samples);
      events.push(...heard);
      return false;
    });
    return {
      samples: joinSamples(parts),
      sampleRate: this.speaker.get_samplerate(),
      marks: marksOf(events, text),
    };
  }
}

function joinSamples(parts: readonly Int16Array[]): Float32Array {
  const samples = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) for (const value of part) samples[at++] = value / 32_768;
  return samples;
}

function marksOf(events: readonly SpeechEvent[], text: string): SpeechMark[] {
  const offsets = offsetsOfCharacters(text);
  const marks: SpeechMark[] = [];
  for (const { type, audio_position: atMs, text_position: position, id } of events) {
    if (type === 'word') marks.push({ kind: 'word', atMs, offset: offsets[position - 1] ?? text.length });
    if (type === 'phoneme')
      marks.push({ kind: 'phone', atMs, name: String(id ?? '').replace(ornaments, '') });
  }
  return marks;
}

/** eSpeak counts characters, we count UTF-16 units. */
function offsetsOfCharacters(text: string): number[] {
  let offset = 0;
  return Array.from(text, (character) => (offset += character.length) - character.length);
}
