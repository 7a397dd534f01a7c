import { chaptersBefore } from '../chapters/chapters-before.ts';
import { shortClock } from './clock-text.ts';
import type { ExportedText } from './exported-text.ts';
import { bylineOf } from './exported-text.ts';
import { newSpeaker } from './new-speaker.ts';
import { oneLine } from './one-line.ts';

const marks = /[\\`*_[\]<>~|]|&(?=#?\w+;)/g;
/** What makes a heading, a list, a quotation or a rule at the start of a line. */
const lineStart = /^(?:[#+=-]|\d{1,9}(?=[.)]))/;

/** Markdown (CommonMark): chapters are headings as those of the text are, the time stands before each paragraph that has one. */
export function* writeMarkdown({ about, transcript, chapters }: ExportedText): Generator<string> {
  yield `# ${escaped(oneLine(about.title))}\n\n${escaped(oneLine(bylineOf(about)))}\n`;
  if (about.link !== undefined) yield `\n<${encodeURI(decodeSafely(about.link))}>\n`;
  const headings = chaptersBefore(transcript.paragraphs, chapters);
  for (const [index, { text, startMs, heading }] of transcript.paragraphs.entries()) {
    for (const { title } of headings[index] ?? []) yield `\n## ${escaped(oneLine(title))}\n`;
    const speaker = newSpeaker(transcript.paragraphs, index);
    const time = startMs === undefined ? '' : `\`${shortClock(startMs)}\` `;
    const name = speaker === null ? '' : `**${escaped(oneLine(speaker))}:** `;
    yield heading ? `\n## ${escaped(oneLine(text))}\n` : `\n${time}${name}${escaped(text)}\n`;
  }
}

/** Text that means what it says: nothing in it is a mark of Markdown. */
function escaped(text: string): string {
  return text
    .replace(marks, (mark) => (mark === '&' ? '&amp;' : `\\${mark}`))
    .replace(lineStart, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** An address between angle brackets may hold neither of them nor white space; what is encoded already stays so. */
function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
