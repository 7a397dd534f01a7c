import { parseClockTime } from './clock-time.ts';
import { looksLikeName } from './speaker-prefix.ts';
import { tidyText } from './tidy-text.ts';

const time = String.raw`\d{1,3}(?::\d{2}){1,2}(?:[.,]\d{1,3})?`;
const bracketed = new RegExp(String.raw`[[(](${time})[\])](:?)\s*`, 'g');
const leading = new RegExp(String.raw`^(${time})(?:\s*[-–—]\s*|:?\s+|$)`);
/** "10:30 утра" is a time that is talked about. */
const timeOfDay = /^(?:утра|дня|вечера|ночи|часов|мск|по\s|[ap]\.?m\b|o.clock)/iu;

/** Nobody speaks so fast: such "stamps" are times of the day, as a live report has them. */
const fastestCharactersPerSecond = 60;
const mostlyAscending = 0.8;
const longestName = 60;

/** Which kinds of stamp a text really has. */
export interface StampKinds {
  /** `12:34` at the start of a line. */
  readonly leading: boolean;
  /** `[12:34]` or `(12:34)` at the start of a line, and within one. */
  readonly opening: boolean;
  readonly within: boolean;
}

interface Stamp {
  readonly startMs: number;
  /** Characters before it in the whole text. */
  readonly offset: number;
}

/**
 * Tells stamps from times that are talked about: stamps come back, go forward, and no faster than people talk. A single
 * one counts only at the start of a line in brackets, or where there is hardly more text than it marks.
 */
export function findStampKinds(lines: readonly string[]): StampKinds {
  const bare: Stamp[] = [];
  const inBrackets: Stamp[] = [];
  let opens = false;
  let offset = 0;
  for (const line of lines) {
    const leadingMs = leadingStamp(line)?.startMs;
    if (leadingMs !== undefined) bare.push({ startMs: leadingMs, offset });
    for (const match of line.matchAll(bracketed)) {
      const startMs = parseClockTime(match[1] ?? '');
      if (startMs === undefined) continue;
      inBrackets.push({ startMs, offset: offset + match.index });
      opens ||= opensLine(line, match);
    }
    offset += line.length;
  }
  const isShort = lines.filter((line) => line !== '').length <= 2;
  const within = inBrackets.length > 1 && areStamps(inBrackets);
  return {
    leading: bare.length > 1 ? areStamps(bare) : isShort,
    opening: within || (opens && inBrackets.length === 1),
    within,
  };
}

function areStamps(stamps: readonly Stamp[]): boolean {
  const steps = stamps.slice(1).filter((stamp, at) => stamp.startMs >= (stamps[at]?.startMs ?? 0)).length;
  const [first] = stamps;
  const last = stamps.at(-1);
  const seconds = ((last?.startMs ?? 0) - (first?.startMs ?? 0)) / 1000;
  const characters = (last?.offset ?? 0) - (first?.offset ?? 0);
  const isSlow = characters <= Math.max(seconds, 1) * fastestCharactersPerSecond;
  return isSlow && steps >= (stamps.length - 1) * mostlyAscending;
}

/** Text without its stamps, and where they stood. */
export interface StampedText {
  readonly text: string;
  readonly marks: { at: number; startMs: number }[];
}

/** Takes the stamps of these kinds out of a block and says where they stood. */
export function takeStamps(block: string, kinds: StampKinds): StampedText {
  const marks: { at: number; startMs: number }[] = [];
  const first = kinds.leading ? leadingStamp(block) : undefined;
  if (first) marks.push({ at: 0, startMs: first.startMs });
  const rest = tidyText(block.slice(first?.length ?? 0));
  let text = '';
  let from = 0;
  for (const match of rest.matchAll(bracketed)) {
    const startMs = parseClockTime(match[1] ?? '');
    if (startMs === undefined || !(opensLine(rest, match) ? kinds.opening : kinds.within)) continue;
    text += rest.slice(from, match.index);
    from = match.index + match[0].length;
    // What is left of it says as much: "Anna: Yes."
    if (match[2] === ':' && text !== '') text = `${text.trimEnd()}: `;
    marks.push({ at: text.length, startMs });
  }
  return { text: text + rest.slice(from), marks };
}

/** At the start, or between a name and its colon: "Anna (0:05): Yes." */
function opensLine(line: string, { index, 2: colon }: RegExpExecArray): boolean {
  return index === 0 || (colon === ':' && index <= longestName && looksLikeName(line.slice(0, index).trim()));
}

function leadingStamp(line: string): { startMs: number; length: number } | undefined {
  const match = leading.exec(line);
  const startMs = parseClockTime(match?.[1] ?? '');
  if (!match || startMs === undefined || timeOfDay.test(line.slice(match[0].length))) return undefined;
  return { startMs, length: match[0].length };
}
