import { asList, asName, asText, at, secondsToMs, unitsToMs, type Fields } from './json-fields.ts';
import {
  joinItems,
  readSegment,
  readSegments,
  withWords,
  type FoundSegments,
  type JsonSegment,
} from './json-segments.ts';

type Shape = (document: unknown) => FoundSegments | undefined;

/** The segments of a document of any known shape; `undefined` when it is of none. */
export function findSegments(document: unknown): FoundSegments | undefined {
  for (const shape of shapes) {
    const found = shape(document);
    if (found && found.length > 0) return inMilliseconds(found);
  }
  return [
    document,
    at(document, 'segments'),
    at(document, 'transcript'),
    at(document, 'cues'),
    at(document, 'words'),
  ].some(Array.isArray)
    ? []
    : undefined;
}

/** Tried in this order: what knows sentences and speakers before bare words. */
const shapes: readonly Shape[] = [
  // Deepgram; AssemblyAI has the same at the top.
  (document) => listed(at(document, 'results', 'utterances') ?? at(document, 'utterances')),
  // Deepgram without utterances.
  (document) => listed(at(document, 'results', 'channels', 0, 'alternatives', 0, 'words')),
  amazonItems,
  resultsOfAlternatives,
  revMonologues,
  videoEvents,
  microsoftPhrases,
  // whisper.cpp: the clock times in `timestamps` are those of `offsets`.
  (document) => listed(at(document, 'transcription')),
  // The podcast namespace, Whisper and its kin; words may be listed beside the segments.
  (document) => {
    const segments = listed(at(document, 'segments'));
    return (
      segments && withWords(segments, readSegments(at(document, 'words') ?? at(document, 'word_segments')))
    );
  },
  (document) => listed(document) ?? grouped(document),
  (document) =>
    listed(at(document, 'transcript')) ??
    listed(at(document, 'transcripts')) ??
    grouped(at(document, 'transcript')),
  (document) => listed(at(document, 'cues')),
  (document) => listed(at(document, 'words')) ?? listed(at(document, 'result')),
];

/** A list of segments, if any of them can be read. */
function listed(list: unknown): FoundSegments | undefined {
  const segments = readSegments(list);
  return segments.some((segment) => segment !== undefined) ? segments : undefined;
}

/** Podlove: `[{ speaker, items: [segments] }]`; Vosk: `[{ result: [words] }]`. */
function grouped(list: unknown): FoundSegments | undefined {
  const segments = asList(list).flatMap((group) =>
    readSegments(group?.items ?? group?.result ?? group?.segments).map((segment) =>
      segment && group
        ? { ...segment, speaker: segment.speaker || asName(group.speaker ?? group.voice) }
        : segment,
    ),
  );
  return segments.length > 0 ? segments : undefined;
}

/** Amazon Transcribe: words and punctuation in one list, who speaks in another, by time. */
function amazonItems(document: unknown): FoundSegments | undefined {
  const items = asList(at(document, 'results', 'items'));
  if (items.length === 0) return undefined;
  const speakers = new Map<number | undefined, string>();
  for (const turn of asList(at(document, 'results', 'speaker_labels', 'segments')))
    for (const item of asList(turn?.items))
      speakers.set(secondsToMs(item?.start_time), asName(item?.speaker_label ?? turn?.speaker_label));
  return joinItems(
    items.map((item) => {
      const content = asText(at(item, 'alternatives', 0, 'content'));
      const segment = item && readSegment({ ...item, content });
      const speaker = segment?.speaker || speakers.get(segment?.startMs) || '';
      return {
        segment: segment && { ...segment, speaker },
        mark: item?.type === 'punctuation' ? content : '',
      };
    }),
  );
}

/** Google: results of alternatives with words. Speechmatics: every word and every mark a result of its own. */
function resultsOfAlternatives(document: unknown): FoundSegments | undefined {
  const results = asList(at(document, 'results'));
  if (!results.some((result) => Array.isArray(result?.alternatives))) return undefined;
  return joinItems(
    results.flatMap((result) => {
      const best = asList(result?.alternatives)[0];
      if (Array.isArray(best?.words))
        return readSegments(best.words).map((segment) => ({ segment, mark: '' }));
      const segment = readSegment({ ...result, ...best });
      return [{ segment, mark: result?.type === 'punctuation' ? asText(best?.content) : '' }];
    }),
  );
}

/** Rev: monologues of text and punctuation, white space among the latter. */
function revMonologues(document: unknown): FoundSegments | undefined {
  const names = new Map(
    asList(at(document, 'speakers')).map((person) => [asName(person?.id), asName(person?.name)]),
  );
  const items = asList(at(document, 'monologues')).flatMap((monologue) =>
    asList(monologue?.elements).map((element) => {
      const id = asName(monologue?.speaker);
      const segment = readSegment(element);
      const mark = element?.type === 'punct' ? asText(element.value) : '';
      return { segment: segment && { ...segment, speaker: names.get(id) || id }, mark };
    }),
  );
  return items.length > 0 ? joinItems(items) : undefined;
}

/** The caption track of a large video site: events of pieces, times in ms, the pieces' counted from their event. */
function videoEvents(document: unknown): FoundSegments | undefined {
  const events = asList(at(document, 'events'));
  if (!events.some((event) => Array.isArray(event?.segs))) return undefined;
  return events.flatMap((event) => {
    const startMs = unitsToMs(event?.tStartMs);
    const pieces = asList(event?.segs);
    const text = pieces.map((piece) => asText(piece?.utf8)).join('');
    if (startMs === undefined || text.trim() === '') return [];
    const lastsMs = unitsToMs(event?.dDurationMs);
    const words = pieces
      .map((piece) => toWord(piece, startMs))
      .filter(({ text: said }) => said.trim() !== '');
    const endMs = lastsMs === undefined ? undefined : startMs + lastsMs;
    return [{ speaker: '', startMs, endMs, text, words: words.length > 1 ? words : [] }];
  });
}

function toWord(piece: Fields | undefined, startMs: number): JsonSegment {
  const offsetMs = unitsToMs(piece?.tOffsetMs) ?? 0;
  return { speaker: '', startMs: startMs + offsetMs, endMs: undefined, text: asText(piece?.utf8), words: [] };
}

/** Microsoft: times in ticks of 100 ns. */
function microsoftPhrases(document: unknown): FoundSegments | undefined {
  const phrases = asList(at(document, 'recognizedPhrases'));
  if (phrases.length === 0) return undefined;
  const timed = (fields: Fields | undefined, text: string): JsonSegment | undefined => {
    const startMs = unitsToMs(fields?.offsetInTicks, 10_000);
    const lastsMs = unitsToMs(fields?.durationInTicks, 10_000);
    if (startMs === undefined || text.trim() === '') return undefined;
    const endMs = lastsMs === undefined ? undefined : startMs + lastsMs;
    return { speaker: asName(fields?.speaker), startMs, endMs, text, words: [] };
  };
  return phrases.map((phrase) => {
    const best = asList(phrase?.nBest)[0];
    const words = asList(best?.displayWords ?? best?.words).map((word) =>
      timed(word, asText(word?.displayText ?? word?.word)),
    );
    const whole = timed(phrase, asText(best?.display));
    return whole && { ...whole, words: words.filter((word) => word !== undefined) };
  });
}

/** At fewer characters a "second" nobody speaks: the numbers are milliseconds. */
const slowestPerSecond = 0.2;

function inMilliseconds(found: FoundSegments): FoundSegments {
  let characters = 0;
  let lastingMs = 0;
  for (const segment of found)
    if (segment?.endMs !== undefined) {
      characters += segment.text.length;
      lastingMs += segment.endMs - segment.startMs;
    }
  if (characters === 0 || characters >= (lastingMs / 1000) * slowestPerSecond) return found;
  return found.map((segment) => segment && inThousandths(segment));
}

function inThousandths(segment: JsonSegment): JsonSegment {
  return {
    ...segment,
    startMs: Math.round(segment.startMs / 1000),
    endMs: segment.endMs === undefined ? undefined : Math.round(segment.endMs / 1000),
    words: segment.words.map(inThousandths),
  };
}
