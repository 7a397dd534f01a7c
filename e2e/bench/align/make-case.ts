import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import { parseTranscriptText } from '../../../core/transcript/parse-transcript.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import type { Case } from './cases.ts';
import { readTexts, readUtterance } from './russian-corpus.ts';

export interface MadeCase {
  readonly name: string;
  readonly pieces: readonly Pcm[];
  readonly durationMs: number;
  readonly transcript: Transcript;
  /** When each word of the transcript begins (ms); null: not timed by the labels; undefined: not said at all. */
  readonly truth: readonly (number | null | undefined)[];
}

const sampleRate = 16_000;

/** Puts the sound of a case together, and says what is true of its text. @param english Speech of another voice. */
export function makeCase(
  { name, sound, text, withoutCommas = false }: Case,
  english: Float32Array,
): MadeCase {
  const texts = readTexts();
  const pieces: Pcm[] = [];
  const starts = new Map<number, (number | null)[]>();
  let samples = 0;
  for (const part of sound) {
    const utterance = typeof part === 'number' ? readUtterance(texts[part]!) : null;
    const piece = utterance?.samples ?? (part === 'jingle' ? jingle(15) : english);
    const fromMs = (samples / sampleRate) * 1000;
    const times = utterance?.wordStartsMs.map((ms) => (ms === null ? null : ms + fromMs));
    if (typeof part === 'number' && times) starts.set(part, times);
    pieces.push({ channels: [piece], sampleRate });
    samples += piece.length;
  }
  const written = text.map((each) => texts[each]!.text.replaceAll(withoutCommas ? ',' : '\u0000', ''));
  const truth = text.flatMap(
    (each) => starts.get(each) ?? readUtterance(texts[each]!).wordStartsMs.map(() => undefined),
  );
  const parsed = parseTranscriptText(written.join('\n\n'), { kind: 'file', language: 'ru' });
  if (!parsed.ok) throw new Error(parsed.error.code);
  return { name, pieces, durationMs: (samples / sampleRate) * 1000, transcript: parsed.value, truth };
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
