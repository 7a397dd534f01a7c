import type { TextPoint } from '../transcript/text-point.ts';
import { comparePoints } from '../transcript/text-point.ts';
import type { Paragraph, Transcript } from '../transcript/transcript.ts';
import { splitWords } from '../transcript/split-words.ts';
import type { HighlightAnchor } from './highlight.ts';
import type { JoinedText } from './joined-text.ts';
import { joinedOffset, joinText, pointAt } from './joined-text.ts';
import { endMsAt, startMsAt } from './time-of-point.ts';

/** So much of what stands before and behind a quote is kept, UTF-16 units. */
const contextLength = 80;

/** What finds the text between two points again, taken by whole words; null when there is nothing but white space. */
export function describeQuote(transcript: Transcript, a: TextPoint, b: TextPoint): HighlightAnchor | null {
  const [first, last] = comparePoints(a, b) <= 0 ? [a, b] : [b, a];
  const joined = joinText(transcript);
  const { text } = joined;
  let start = joinedOffset(joined, wordStart(transcript, first));
  let end = joinedOffset(joined, wordEnd(transcript, last));
  while (start < end && isSpace(text.charAt(start))) start += 1;
  while (end > start && isSpace(text.charAt(end - 1))) end -= 1;
  if (start === end) return null;
  return {
    quote: text.slice(start, end),
    prefix: lastWords(text.slice(Math.max(0, start - contextLength), start), start > contextLength),
    suffix: firstWords(text.slice(end, end + contextLength), end + contextLength < text.length),
    ...timesOf(transcript, joined, { start, end }),
    share: start / text.length,
  };
}

function timesOf(
  transcript: Transcript,
  joined: JoinedText,
  { start, end }: { readonly start: number; readonly end: number },
): Pick<HighlightAnchor, 'startMs' | 'endMs'> {
  const startMs = startMsAt(transcript, pointAt(joined, start));
  const endMs = endMsAt(transcript, pointAt(joined, end));
  return {
    ...(startMs === undefined ? {} : { startMs }),
    ...(endMs === undefined ? {} : { endMs }),
  };
}

/** A point inside a word goes to its beginning. */
function wordStart({ paragraphs }: Transcript, { paragraph, offset }: TextPoint): TextPoint {
  const word = wordAround(paragraphs[paragraph], offset);
  return { paragraph, offset: word?.start ?? offset };
}

/** A point inside a word goes to its end. */
function wordEnd({ paragraphs }: Transcript, { paragraph, offset }: TextPoint): TextPoint {
  const word = wordAround(paragraphs[paragraph], offset);
  return { paragraph, offset: word?.end ?? offset };
}

function wordAround(paragraph: Paragraph | undefined, offset: number): { start: number; end: number } | null {
  if (paragraph === undefined) return null;
  const sentence = paragraph.sentences.find(({ start, end }) => start < offset && offset < end);
  return sentence?.words.find(({ start, end }) => start < offset && offset < end) ?? null;
}

/** Without the word the cut went through. */
function lastWords(text: string, isCut: boolean): string {
  const [first] = splitWords(text);
  return (isCut && first?.start === 0 ? text.slice(first.end) : text).trim();
}

function firstWords(text: string, isCut: boolean): string {
  const last = splitWords(text).at(-1);
  return (isCut && last?.end === text.length ? text.slice(0, last.start) : text).trim();
}

const isSpace = (letter: string): boolean => /\s/.test(letter);
