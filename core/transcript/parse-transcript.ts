import { appError } from '../app-error.ts';
import { failure, success, type Result } from '../result.ts';
import { decodeText } from '../text/decode-text.ts';
import { chooseFormat, declaredFormat } from './detect-format.ts';
import { documentKind } from './document-kind.ts';
import { looksLikeMarkdown } from './looks-like-markdown.ts';
import { normalise, type TranscriptContent } from './normalise.ts';
import { noticeInstead } from './notice-instead.ts';
import { parseHtml } from './parse-html.ts';
import { parseJson } from './parse-json.ts';
import { parseSrt } from './parse-srt.ts';
import { parseText } from './parse-text.ts';
import { parseVtt } from './parse-vtt.ts';
import { nameSpeakers } from './name-speakers.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { withoutInvisible } from './tidy-text.ts';
import type { Cue, Transcript, TranscriptFormat } from './transcript.ts';

/** Where a text comes from and what is said about it; all hints, none trusted. */
export interface TranscriptOrigin {
  readonly kind: Transcript['source']['kind'];
  readonly url?: string;
  readonly rel?: string;
  /** BCP 47, as the feed or its link says. */
  readonly language?: string;
  /** MIME type the feed announces. */
  readonly type?: string;
  /** Names of people the feed says are heard: before a colon they are believed to be speakers. */
  readonly persons?: readonly string[];
  /** `Content-Type` the server sent, with its charset. */
  readonly contentType?: string;
}

interface Parsed {
  readonly content: TranscriptContent;
  readonly language?: string;
  readonly warnings: Transcript['warnings'];
}

/**
 * Reads a text of any supported format, whatever it is announced as, into one `Transcript`. Total on bad input: fails
 * with `transcript-unreadable` (binary, broken, or a web page where captions were promised), `transcript-document` (PDF, RTF, an office
 * file), `transcript-empty`, or what a page says that stands in place of the text: `http-not-found`, `page-sign-in`, `page-consent`.
 */
export function parseTranscript(bytes: Uint8Array, origin: TranscriptOrigin): Result<Transcript> {
  const document = documentKind(bytes);
  if (document !== null) return failure(appError('transcript-document', document));
  const { text, encoding, guessed } = decodeText(bytes, origin.contentType);
  if (looksBinary(text)) return failure(appError('transcript-unreadable', 'not a text'));
  const result = parseTranscriptText(text, origin);
  if (!result.ok || !guessed) return result;
  const warnings = [...result.value.warnings, { code: 'encoding-guessed', count: 1, detail: encoding }];
  return success({ ...result.value, warnings });
}

/** `parseTranscript` for text that is decoded already, such as what a feed carries. */
export function parseTranscriptText(given: string, origin: TranscriptOrigin): Result<Transcript> {
  const text = withoutInvisible(given);
  const declared = declaredFormat(origin.type ?? '', origin.url ?? '');
  const format = chooseFormat(text, declared);
  if (format === 'html' && isWebPageInstead(text, declared))
    return failure(appError('transcript-unreadable', `a web page instead of ${declared ?? 'a transcript'}`));
  const notice = format === 'html' && origin.kind === 'publisher' ? noticeInstead(text, origin.url) : null;
  if (notice !== null) return failure(appError(notice, 'a page in place of the text'));
  const isMarked = format === 'text' && isMarkdown(origin, text);
  const words = isMarked ? plainMarkdown(text) : text;
  const parsed = parsers[format](words, origin.persons);
  if (!parsed) return failure(appError('transcript-unreadable', `not readable as ${format}`));
  const { paragraphs, timing } = normalise(parsed.content);
  if (!paragraphs.some((paragraph) => paragraph.sentences.some((sentence) => sentence.words.length > 0)))
    return failure(appError('transcript-empty', `no words in ${format}`));
  const differs =
    declared && declared !== format
      ? [{ code: 'format-differs', count: 1, detail: `${declared} is ${format}` }]
      : [];
  return success({
    language: origin.language || parsed.language || '',
    source: {
      kind: origin.kind,
      format,
      ...(origin.url === undefined ? {} : { url: origin.url }),
      ...(origin.rel === undefined ? {} : { rel: origin.rel }),
    },
    timing,
    paragraphs,
    warnings: [...parsed.warnings, ...differs],
  });
}

type Persons = TranscriptOrigin['persons'];

const parsers: Readonly<Record<TranscriptFormat, (text: string, persons: Persons) => Parsed | undefined>> = {
  vtt: fromVtt,
  srt: fromSrt,
  json: fromJson,
  html(text, persons) {
    const { paragraphs, language } = parseHtml(text, persons);
    return { content: { kind: 'paragraphs', paragraphs }, language, warnings: [] };
  },
  text: (text, persons) => ({
    content: { kind: 'paragraphs', paragraphs: parseText(text, persons) },
    warnings: [],
  }),
};

/** What the listener brings may not say so: it is pasted, or its name ends in `.txt`. */
function isMarkdown({ kind, type = '', url = '' }: TranscriptOrigin, text: string): boolean {
  if (/^text\/(?:x-)?markdown\b/i.test(type) || /\.md$/i.test(url)) return true;
  return kind === 'file' && looksLikeMarkdown(text);
}

function fromVtt(text: string, persons: Persons): Parsed {
  const vtt = parseVtt(text.trimStart(), { lenient: true });
  return {
    content: spoken(vtt.cues, persons),
    language: vtt.language,
    warnings: [
      ...warning('cue-times-unreadable', vtt.brokenTimings),
      ...warning('cue-times-mended', vtt.mendedTimings),
    ],
  };
}

function fromSrt(text: string, persons: Persons): Parsed {
  // Voice tags are WebVTT: only its first line is missing.
  if (!/<v[\s.]/.test(text)) return { content: spoken(parseSrt(text), persons), warnings: [] };
  const parsed = fromVtt(`WEBVTT\n\n${text}`, persons);
  return { ...parsed, warnings: [...parsed.warnings, ...warning('signature-missing', 1)] };
}

function fromJson(text: string, persons: Persons): Parsed | undefined {
  const json = parseJson(text);
  if (!json) return undefined;
  return {
    content: spoken(json.cues, persons),
    language: json.language,
    warnings: [...warning('segments-unreadable', json.dropped), ...warning('json-cut', json.isCut ? 1 : 0)],
  };
}

/** Files that have no other names often write `Name: ` before the words. */
function spoken(cues: readonly Cue[], persons: Persons): TranscriptContent {
  const hasSpeakers = cues.some((cue) => cue.speaker !== undefined);
  return { kind: 'cues', cues: hasSpeakers ? cues : nameSpeakers(cues, persons) };
}

function warning(code: string, count: number): Transcript['warnings'] {
  return count > 0 ? [{ code, count }] : [];
}

/** Control characters do not occur in text; a picture or a sound file is full of them. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 8000);
  const controls = sample.match(/[\x00-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
  return controls * 20 > sample.length;
}

/** Servers answer a missing caption file with a page. A page is welcome only where one was announced or nothing was. */
function isWebPageInstead(text: string, declared: TranscriptFormat | undefined): boolean {
  if (declared === undefined || declared === 'html') return false;
  return /<(?:!doctype|html|head|body)\b/i.test(text.slice(0, 4000)) && !/<(?:cite|time)\b/i.test(text);
}
