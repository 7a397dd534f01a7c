import { decodeHTML } from 'entities';
import { parseClockTime } from './clock-time.ts';
import { tidyText } from './tidy-text.ts';
import type { Cue } from './transcript.ts';

const anyTime = String.raw`(?:\d{1,5}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,9})?`;
const timings = new RegExp(String.raw`^\s*(${anyTime})\s*--?>\s*(${anyTime})(?!\d)`);
const tags = /<\/?(?:[biu]|font|c|v|span|em|strong)(?:[\s.][^<>]*)?>|\{\\[^{}]*\}/gi;

interface OpenCue {
  id: string;
  startMs: number;
  endMs: number;
  lines: string[];
}

/**
 * Cues of a SubRip file. There is no specification; what is read is what files contain: comma or dot, missing numbers,
 * blank lines inside a cue, formatting tags. Names before the words stay (`name-speakers.ts`).
 */
export function parseSrt(text: string): Cue[] {
  const cues: Cue[] = [];
  let open: OpenCue | undefined;
  let beforeTimings: string[] = [];
  const finish = (lines: readonly string[]): void => {
    if (!open) return;
    const { id, startMs, endMs } = open;
    cues.push({ id, startMs, endMs, text: plainText(lines.join('\n')) });
  };
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    const times = readTimings(line);
    if (!times) {
      (open?.lines ?? beforeTimings).push(line);
      continue;
    }
    const id = takeNumber(open?.lines ?? beforeTimings, open?.id ?? '');
    finish(open?.lines ?? []);
    open = { ...times, id, lines: [] };
    beforeTimings = [];
  }
  finish(open?.lines ?? []);
  return cues;
}

function readTimings(line: string): { startMs: number; endMs: number } | undefined {
  if (!line.includes('->')) return undefined;
  const match = timings.exec(line);
  const startMs = parseClockTime(match?.[1] ?? '');
  const endMs = parseClockTime(match?.[2] ?? '');
  return startMs === undefined || endMs === undefined ? undefined : { startMs, endMs };
}

/**
 * The cue's number stands on the line before its times. Where numbers are missing, a number that ends the previous cue's
 * words must not be taken for one: it counts when it is alone (after a blank line) or when it is the next in the count.
 */
function takeNumber(lines: string[], previous: string): string {
  const last = lines.at(-1)?.trim() ?? '';
  const isAlone = (lines.at(-2)?.trim() ?? '') === '';
  const isNext = previous !== '' && Number(last) === Number(previous) + 1;
  if (!/^\d+$/.test(last) || !(isAlone || isNext)) return '';
  lines.pop();
  return last;
}

function plainText(raw: string): string {
  const stripped = raw.includes('<') || raw.includes('{') ? raw.replace(tags, '') : raw;
  return tidyText(stripped.includes('&') ? decodeHTML(stripped) : stripped);
}
