import { asList, asName, asText, at, secondsToMs, unitsToMs, type Fields } from './json-fields.ts';

/** A stretch of speech as some program writes it down: a sentence, a word or less. */
export interface JsonSegment {
  readonly speaker: string;
  readonly startMs: number;
  readonly endMs: number | undefined;
  /** With the white space around it, which may say where words begin. */
  readonly text: string;
  readonly words: readonly JsonSegment[];
}

/** What a document holds: its segments in order, `undefined` for those without a time or without words. */
export type FoundSegments = readonly (JsonSegment | undefined)[];

/**
 * A segment under any of the names in use: the podcast namespace's (startTime, endTime, body), those of recognisers
 * (start, end, text, word, punctuated_word, transcript; offsets in ms), of publishing tools (start_ms, voice).
 */
export function readSegment(fields: Fields | undefined): JsonSegment | undefined {
  if (!fields) return undefined;
  const startMs = timeOf(fields, {
    ms: ['start_ms', 'startMs'],
    seconds: ['startTime', 'start', 'start_time', 'ts'],
    side: 'from',
  });
  const text = bodyOf(fields);
  if (startMs === undefined || text.trim() === '') return undefined;
  return {
    speaker: asName(
      fields.speaker ?? fields.speaker_label ?? fields.speakerName ?? fields.speakerTag ?? fields.voice,
    ),
    startMs,
    endMs: timeOf(fields, {
      ms: ['end_ms', 'endMs'],
      seconds: ['endTime', 'end', 'end_time', 'end_ts'],
      side: 'to',
    }),
    text,
    words: readSegments(fields.words).filter((word) => word !== undefined),
  };
}

export function readSegments(list: unknown): FoundSegments {
  return asList(list).map(readSegment);
}

function bodyOf(fields: Fields): string {
  const { body, punctuated_word, text, word, value, transcript, content } = fields;
  return asText(
    [body, punctuated_word, text, word, value, transcript, content].find((each) => typeof each === 'string'),
  );
}

function timeOf(
  fields: Fields,
  names: { ms: readonly string[]; seconds: readonly string[]; side: 'from' | 'to' },
): number | undefined {
  for (const name of names.ms) {
    const ms = unitsToMs(fields[name]);
    if (ms !== undefined) return ms;
  }
  for (const name of names.seconds) {
    const ms = secondsToMs(fields[name]);
    if (ms !== undefined) return ms;
  }
  return unitsToMs(at(fields, 'offsets', names.side));
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
