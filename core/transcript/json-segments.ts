import { asList, asName, at, secondsToMs, unitsToMs, type Fields } from './json-fields.ts';

/** A stretch of speech as some program writes it down: a sentence, a word or less. */
export interface JsonSegment {
  readonly speaker: string;
  readonly startMs: number;
  readonly endMs: number | undefined;
  /** With the white space around it, which may say where words begin. */
  readonly text: string;
  readonly words: readonly JsonSegment[];
}

/** The names in use for a time: those for milliseconds, those for seconds, and the side of `offsets` that means it. */
interface TimeNames {
  readonly ms: readonly string[];
  readonly seconds: readonly string[];
  readonly side: 'from' | 'to';
}

const startNames: TimeNames = {
  ms: ['start_ms', 'startMs'],
  seconds: ['startTime', 'start', 'start_time', 'ts'],
  side: 'from',
};
const endNames: TimeNames = {
  ms: ['end_ms', 'endMs'],
  seconds: ['endTime', 'end', 'end_time', 'end_ts'],
  side: 'to',
};
const bodyNames = ['body', 'punctuated_word', 'text', 'word', 'value', 'transcript', 'content'];
const noWords: readonly JsonSegment[] = [];

/** What a document holds: its segments in order, `undefined` for those without a time or without words. */
export type FoundSegments = readonly (JsonSegment | undefined)[];

/**
 * A segment under any of the names in use: the podcast namespace's (startTime, endTime, body), those of recognisers
 * (start, end, text, word, punctuated_word, transcript; offsets in ms), of publishing tools (start_ms, voice).
 */
export function readSegment(fields: Fields | undefined): JsonSegment | undefined {
  if (!fields) return undefined;
  const startMs = timeOf(fields, startNames);
  const text = bodyOf(fields);
  if (startMs === undefined || text.trim() === '') return undefined;
  const { speaker, speaker_label, speakerName, speakerTag, voice, words } = fields;
  return {
    speaker: asName(speaker ?? speaker_label ?? speakerName ?? speakerTag ?? voice),
    startMs,
    endMs: timeOf(fields, endNames),
    text,
    words: Array.isArray(words) ? readSegments(words).filter((word) => word !== undefined) : noWords,
  };
}

export function readSegments(list: unknown): FoundSegments {
  return asList(list).map(readSegment);
}

function bodyOf(fields: Fields): string {
  for (const name of bodyNames) {
    const body = fields[name];
    if (typeof body === 'string') return body;
  }
  return '';
}

function timeOf(fields: Fields, { ms: inMs, seconds, side }: TimeNames): number | undefined {
  for (const name of inMs) {
    const ms = fields[name] === undefined ? undefined : unitsToMs(fields[name]);
    if (ms !== undefined) return ms;
  }
  for (const name of seconds) {
    const ms = fields[name] === undefined ? undefined : secondsToMs(fields[name]);
    if (ms !== undefined) return ms;
  }
  return fields.offsets === undefined ? undefined : unitsToMs(at(fields, 'offsets', side));
}

/** Punctuation that has no time of its own goes with the word before it. */
export function joinItems(
  items: readonly { segment: JsonSegment | undefined; mark: string }[],
): FoundSegments {
  const segments: (JsonSegment | undefined)[] = [];
  for (const { segment, mark } of items) {
    const before = segments.at(-1);
    if (mark === '' || !before) segments.push(segment);
    else segments[segments.length - 1] = { ...before, text: before.text + mark };
  }
  return segments;
}

/** Where an object lists both whole segments and all words apart, the words within each segment's time are its words. */
export function withWords(segments: FoundSegments, words: FoundSegments): FoundSegments {
  if (words.length === 0) return segments;
  let next = 0;
  return segments.map((segment) => {
    if (!segment || segment.words.length > 0) return segment;
    const own: JsonSegment[] = [];
    const endMs = segment.endMs ?? Infinity;
    for (; next < words.length && (words[next]?.startMs ?? 0) < endMs; next += 1) {
      const word = words[next];
      if (word) own.push(word);
    }
    return { ...segment, words: own };
  });
}
