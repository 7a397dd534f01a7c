import { estimateDurationMs } from './estimate-duration.ts';
import { asText, at } from './json-fields.ts';
import type { JsonSegment } from './json-segments.ts';
import { findSegments } from './json-shapes.ts';
import { parseVtt } from './parse-vtt.ts';
import { readJson } from './read-json.ts';
import { tidyText } from './tidy-text.ts';
import type { Cue } from './transcript.ts';

export interface ParsedJson {
  readonly cues: readonly Cue[];
  readonly language: string;
  /** Segments without a time or without words. */
  readonly dropped: number;
  /** The file ends before its text does; what there is was read. */
  readonly isCut: boolean;
}

/**
 * Cues of a JSON transcript: the podcast namespace's `segments` (sentences or single words), what speech recognisers write
 * (`json-shapes.ts`), or a WebVTT file in a string `vtt`. A segment without an end lasts until the next one.
 * `undefined` when it is not JSON or holds no list of segments.
 */
export function parseJson(text: string): ParsedJson | undefined {
  const read = readJson(text);
  if (!read) return undefined;
  const { document, isCut } = read;
  const language = languageOf(document);
  const vtt = asText(at(document, 'vtt'));
  if (vtt !== '') {
    const { cues, language: ownLanguage, brokenTimings } = parseVtt(vtt, { lenient: true });
    return { cues, language: language || ownLanguage, dropped: brokenTimings, isCut };
  }
  const segments = findSegments(document);
  if (!segments) return undefined;
  const whole = joinPieces(segments.filter((segment) => segment !== undefined));
  const cues = whole.map((segment, index) => toCue(segment, whole[index + 1]));
  return { cues, language, dropped: segments.filter((segment) => segment === undefined).length, isCut };
}

const languagePaths: readonly (readonly (string | number)[])[] = [
  ['language'],
  ['language_code'],
  ['results', 'language_code'],
  ['results', 'channels', 0, 'detected_language'],
  ['result', 'language'],
];

/** BCP 47; a language spelt out ("russian") is not. */
function languageOf(document: unknown): string {
  const found =
    languagePaths.map((path) => asText(at(document, ...path))).find((language) => language !== '') ?? '';
  return /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(found) ? found.replaceAll('_', '-') : '';
}

/**
 * Where most segments begin with a space, one without it goes on with the word before ("can", "'t"): recognisers write
 * down pieces of words so.
 */
function joinPieces(segments: readonly JsonSegment[]): readonly JsonSegment[] {
  const spaced = segments.filter(({ text }) => text.startsWith(' ')).length;
  if (spaced * 4 < segments.length * 3) return segments;
  const joined: JsonSegment[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    if (
      before &&
      !/^\s/.test(segment.text) &&
      !/\s$/.test(before.text) &&
      isOneWord(before) &&
      isOneWord(segment)
    )
      joined[joined.length - 1] = { ...before, text: before.text + segment.text, endMs: segment.endMs };
    else joined.push(segment);
  }
  return joined;
}

function isOneWord({ text }: JsonSegment): boolean {
  return text.length < 60 && !/\S\s+\S/.test(text);
}

function toCue(segment: JsonSegment, next: JsonSegment | undefined): Cue {
  const { startMs } = segment;
  const text = tidyText(segment.text);
  const endMs = Math.max(
    startMs,
    segment.endMs ?? next?.startMs ?? startMs + estimateDurationMs(text.length),
  );
  const words = segment.words.length > 0 ? wordsIn(text, joinPieces(segment.words)) : [];
  const cue: Cue = { id: '', startMs, endMs, text };
  if (words.length === 0) return segment.speaker ? { ...cue, speaker: segment.speaker } : cue;
  return segment.speaker ? { ...cue, speaker: segment.speaker, words } : { ...cue, words };
}

/** How far a listed word may stand from the one before it. */
const searchLength = 400;

/** Finds the listed words in the text, one after another; a word that is not there is passed over. */
function wordsIn(text: string, words: readonly JsonSegment[]): NonNullable<Cue['words']> {
  const found: { start: number; end: number; startMs: number; endMs?: number }[] = [];
  let from = 0;
  for (const { text: spaced, startMs, endMs } of words) {
    const word = spaced.trim();
    const place = text.slice(from, from + searchLength).indexOf(word);
    if (place < 0) continue;
    const start = from + place;
    from = start + word.length;
    found.push(endMs === undefined ? { start, end: from, startMs } : { start, end: from, startMs, endMs });
  }
  return found;
}
