import { parseClockTime } from './clock-time.ts';
import { findSpeakers } from './find-speakers.ts';
import { looksLikeName, readSpeakerPrefix } from './speaker-prefix.ts';
import type { StampedParagraph } from './stamps-to-turns.ts';
import { findStampKinds, takeStamps, type StampKinds } from './text-stamps.ts';

const stampAfterName = /^(.{1,60}?)[ \t,]+[[(]?(\d{1,3}(?::\d{2}){1,2})[\])]?:?$/;
/** Lines up to about this long, none ending a sentence, were wrapped by an editor: they are one paragraph. */
const wrappedLineLength = 100;

/**
 * Paragraphs of plain text. Blank lines part them, or line breaks where there are no blank lines and lines are not merely
 * wrapped. Time stamps (`[12:34]` anywhere, bare at the start of a line, or after a name on a line of its own) and
 * `Name: ` before the words are understood and taken out of the text, where the whole text shows that it is set that way.
 * `persons`: names the feed gives.
 */
export function parseText(text: string, persons: readonly string[] = []): StampedParagraph[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim());
  const manner = mannerOf(lines, persons);
  const paragraphs: StampedParagraph[] = [];
  let header: Header = {};
  for (const block of blocksOf(lines, manner)) {
    const found = readHeader(block, manner);
    if (found) {
      header = found;
      continue;
    }
    paragraphs.push(readParagraph(block, { header, manner }));
    header = {};
  }
  return paragraphs.filter((paragraph) => paragraph.text !== '');
}

/** How a text is set: which stamps it has, and who speaks in it. */
interface Manner {
  readonly stamps: StampKinds;
  readonly speakers: ReadonlySet<string>;
}

function mannerOf(lines: readonly string[], persons: readonly string[]): Manner {
  const stamps = findStampKinds(lines);
  const openings = lines
    .filter((line) => line !== '')
    .map((line) => readSpeakerPrefix(takeStamps(line, stamps).text));
  return { stamps, speakers: findSpeakers(openings, persons) };
}

/** A line that only says who speaks and when; what follows belongs to it. */
interface Header {
  readonly speaker?: string;
  readonly startMs?: number;
}

function blocksOf(lines: readonly string[], manner: Manner): string[] {
  const hasBlankLines = lines.some((line, at) => line === '' && at > 0 && at < lines.length - 1);
  const joinsLines = hasBlankLines || areWrapped(lines);
  const blocks: string[][] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    if (line === '') open = undefined;
    else if (open && joinsLines && !opensBlock(line, manner)) open.push(line);
    else {
      const block = [line];
      blocks.push(block);
      open = readHeader(line, manner) ? undefined : block;
    }
  }
  return blocks.map((block) => block.join('\n'));
}

function areWrapped(lines: readonly string[]): boolean {
  const full = lines.filter((line) => line !== '');
  const unfinished = full.filter((line) => !/[.!?…:»"”)]$/.test(line)).length;
  return full.every((line) => line.length <= wrappedLineLength) && unfinished * 2 > full.length;
}

function opensBlock(line: string, manner: Manner): boolean {
  const { text, marks } = takeStamps(line, manner.stamps);
  if (marks[0]?.at === 0 || readHeader(line, manner) !== undefined) return true;
  return manner.speakers.has(readSpeakerPrefix(text)?.key ?? '');
}

function readHeader(line: string, { stamps }: Manner): Header | undefined {
  const alone = parseClockTime(line.replace(/^[[(]|[\])]$/g, ''));
  if (alone !== undefined && (stamps.leading || stamps.opening)) return { startMs: alone };
  const named = stampAfterName.exec(line);
  const startMs = parseClockTime(named?.[2] ?? '');
  const speaker = named?.[1]?.trim() ?? '';
  return startMs !== undefined && looksLikeName(speaker) ? { speaker, startMs } : undefined;
}

function readParagraph(
  block: string,
  { header, manner }: { header: Header; manner: Manner },
): StampedParagraph {
  const stamped = takeStamps(block, manner.stamps);
  const prefix = header.speaker ? undefined : readSpeakerPrefix(stamped.text);
  const named = prefix && manner.speakers.has(prefix.key) ? prefix : undefined;
  const speaker = header.speaker ?? named?.speaker;
  const removed = named?.length ?? 0;
  const marks = stamped.marks.map(({ at, startMs }) => ({ at: Math.max(0, at - removed), startMs }));
  if (header.startMs !== undefined && marks[0]?.at !== 0) marks.unshift({ at: 0, startMs: header.startMs });
  const text = stamped.text.slice(removed).replaceAll('\n', ' ');
  return { text, ...(speaker ? { speaker } : {}), marks };
}
