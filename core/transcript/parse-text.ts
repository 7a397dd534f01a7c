import { parseClockTime } from './clock-time.ts';
import { looksLikeName, splitSpeaker } from './speaker-prefix.ts';
import type { StampedParagraph } from './stamps-to-turns.ts';
import { tidyText } from './tidy-text.ts';

const bracketedStamp = /[[(](\d{1,3}(?::\d{2}){1,2}(?:[.,]\d{1,3})?)[\])]\s*/g;
const leadingStamp = /^(\d{1,3}(?::\d{2}){1,2}(?:[.,]\d{1,3})?)(?:\s*[-–—]\s*|:?\s+|$)/;
const stampAfterName = /^(.{1,40}?)[ \t,]+[[(]?(\d{1,3}(?::\d{2}){1,2})[\])]?:?$/;
/** Lines up to about this long, none ending a sentence, were wrapped by an editor: they are one paragraph. */
const wrappedLineLength = 100;

/**
 * Paragraphs of plain text. Blank lines part them, or line breaks where there are no blank lines and lines are not merely
 * wrapped. Time stamps (`[12:34]` anywhere, bare at the start of a line, or after a name on a line of its own) and
 * `Name: ` before the words are understood and taken out of the text.
 */
export function parseText(text: string): StampedParagraph[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim());
  const paragraphs: StampedParagraph[] = [];
  let header: Header = {};
  for (const block of blocksOf(lines)) {
    const found = readHeader(block);
    if (found) {
      header = found;
      continue;
    }
    paragraphs.push(readParagraph(block, header));
    header = {};
  }
  return paragraphs.filter((paragraph) => paragraph.text !== '');
}

/** A line that only says who speaks and when; what follows belongs to it. */
interface Header {
  readonly speaker?: string;
  readonly startMs?: number;
}

function blocksOf(lines: readonly string[]): string[] {
  const hasBlankLines = lines.some((line, at) => line === '' && at > 0 && at < lines.length - 1);
  const joinsLines = hasBlankLines || areWrapped(lines);
  const blocks: string[][] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    if (line === '') open = undefined;
    else if (open && joinsLines && !opensBlock(line)) open.push(line);
    else {
      const block = [line];
      blocks.push(block);
      open = readHeader(line) ? undefined : block;
    }
  }
  return blocks.map((block) => block.join('\n'));
}

function areWrapped(lines: readonly string[]): boolean {
  const full = lines.filter((line) => line !== '');
  const unfinished = full.filter((line) => !/[.!?…:»"”)]$/.test(line)).length;
  return full.every((line) => line.length <= wrappedLineLength) && unfinished * 2 > full.length;
}

function opensBlock(line: string): boolean {
  if (/^[[(]?\d{1,3}:\d{2}/.test(line)) return stampsIn(line).marks.length > 0;
  return splitSpeaker(line).speaker !== undefined || readHeader(line) !== undefined;
}

function readHeader(line: string): Header | undefined {
  const alone = parseClockTime(line.replace(/^[[(]|[\])]$/g, ''));
  if (alone !== undefined) return { startMs: alone };
  const named = stampAfterName.exec(line);
  const startMs = parseClockTime(named?.[2] ?? '');
  const speaker = named?.[1]?.trim() ?? '';
  return startMs !== undefined && looksLikeName(speaker) ? { speaker, startMs } : undefined;
}

function readParagraph(block: string, header: Header): StampedParagraph {
  const stamped = stampsIn(block);
  const said = header.speaker ? { ...header, text: stamped.text } : splitSpeaker(stamped.text);
  const { speaker } = said;
  const removed = stamped.text.length - said.text.length;
  const marks = stamped.marks.map(({ at, startMs }) => ({ at: Math.max(0, at - removed), startMs }));
  if (header.startMs !== undefined && marks[0]?.at !== 0) marks.unshift({ at: 0, startMs: header.startMs });
  return { text: said.text.replaceAll('\n', ' '), ...(speaker ? { speaker } : {}), marks };
}

/** Takes the stamps out of a block and says where they stood. */
function stampsIn(block: string): { text: string; marks: { at: number; startMs: number }[] } {
  const marks: { at: number; startMs: number }[] = [];
  const leading = leadingStamp.exec(block);
  const leadingMs = parseClockTime(leading?.[1] ?? '');
  if (leadingMs !== undefined) marks.push({ at: 0, startMs: leadingMs });
  const rest = tidyText(leadingMs === undefined ? block : block.slice(leading?.[0].length));
  let text = '';
  let from = 0;
  for (const match of rest.matchAll(bracketedStamp)) {
    text += rest.slice(from, match.index);
    from = match.index + match[0].length;
    const startMs = parseClockTime(match[1] ?? '');
    if (startMs !== undefined) marks.push({ at: text.length, startMs });
  }
  return { text: text + rest.slice(from), marks };
}
