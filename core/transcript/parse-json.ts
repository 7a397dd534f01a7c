import { parseClockTime } from './clock-time.ts';
import { estimateDurationMs } from './estimate-duration.ts';
import { parseVtt } from './parse-vtt.ts';
import { tidyText } from './tidy-text.ts';
import type { Cue } from './transcript.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface ParsedJson {
  readonly cues: readonly Cue[];
  readonly language: string;
  /** Segments without a time or without words. */
  readonly dropped: number;
}

/**
 * Cues of a JSON transcript: the podcast namespace's `segments` (speaker, startTime, endTime, body; sentences or single
 * words), the same with the names speech recognisers use (start, end, text, words), or a WebVTT file in a string `vtt`.
 * Times are seconds or clock times. A segment without an end lasts until the next one.
 * `undefined` when it is not JSON or holds no list of segments.
 */
export function parseJson(text: string): ParsedJson | undefined {
  const document = readJson(text);
  const file = asFields(document);
  const language = typeof file?.language === 'string' ? file.language : '';
  if (typeof file?.vtt === 'string') {
    const vtt = parseVtt(file.vtt, { lenient: true });
    return { cues: vtt.cues, language: language || vtt.language, dropped: vtt.brokenTimings };
  }
  const segments = [document, file?.segments, file?.transcript, file?.cues, file?.words].find(Array.isArray);
  if (!segments) return undefined;
  const read = (segments as unknown[]).map((segment) => readSegment(asFields(segment)));
  const whole = read.filter((segment) => segment !== undefined);
  const cues = whole.map((segment, at) => toCue(segment, whole[at + 1]));
  return { cues, language, dropped: read.length - whole.length };
}

interface Segment {
  readonly speaker: string;
  readonly startMs: number;
  readonly endMs: number | undefined;
  readonly text: string;
  readonly words: readonly unknown[];
}

function readSegment(fields: Fields | undefined): Segment | undefined {
  const startMs = milliseconds(fields?.startTime ?? fields?.start ?? fields?.start_time);
  const body = fields?.body ?? fields?.text ?? fields?.word ?? fields?.punctuated_word;
  if (!fields || startMs === undefined || typeof body !== 'string') return undefined;
  const text = tidyText(body);
  if (text === '') return undefined;
  const { speaker, words } = fields;
  return {
    speaker: typeof speaker === 'string' || typeof speaker === 'number' ? String(speaker).trim() : '',
    startMs,
    endMs: milliseconds(fields.endTime ?? fields.end ?? fields.end_time),
    text,
    words: Array.isArray(words) ? (words as unknown[]) : [],
  };
}

function toCue(segment: Segment, next: Segment | undefined): Cue {
  const { startMs, text } = segment;
  const endMs = Math.max(
    startMs,
    segment.endMs ?? next?.startMs ?? startMs + estimateDurationMs(text.length),
  );
  const words = wordsIn(segment);
  return {
    id: '',
    startMs,
    endMs,
    text,
    ...(segment.speaker ? { speaker: segment.speaker } : {}),
    ...(words.length > 0 ? { words } : {}),
  };
}

/** Finds the listed words in the text, one after another; a word that is not there is passed over. */
function wordsIn({ text, words }: Segment): NonNullable<Cue['words']> {
  const found: { start: number; end: number; startMs: number; endMs?: number }[] = [];
  let from = 0;
  for (const word of words.map((each) => readSegment(asFields(each)))) {
    const start = word ? text.indexOf(word.text, from) : -1;
    if (!word || start < 0) continue;
    from = start + word.text.length;
    found.push({
      start,
      end: from,
      startMs: word.startMs,
      ...(word.endMs === undefined ? {} : { endMs: word.endMs }),
    });
  }
  return found;
}

function milliseconds(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : value;
  if (typeof seconds === 'number' && seconds >= 0 && seconds < 1e9) return Math.round(seconds * 1000);
  return typeof seconds === 'string' ? parseClockTime(seconds) : undefined;
}

function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}
