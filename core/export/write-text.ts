import { chaptersBefore } from '../chapters/chapters-before.ts';
import type { ExportedText } from './exported-text.ts';
import { bylineOf } from './exported-text.ts';
import { newSpeaker } from './new-speaker.ts';
import { oneLine } from './one-line.ts';

/** Plain text: title, byline, link, then paragraphs with an empty line between them. No times. */
export function* writeText({ about, transcript, chapters }: ExportedText): Generator<string> {
  const head = [about.title, bylineOf(about), about.link ?? ''].map(oneLine).filter((line) => line !== '');
  yield `${head.join('\n')}\n`;
  const headings = chaptersBefore(transcript.paragraphs, chapters);
  for (const [index, { text }] of transcript.paragraphs.entries()) {
    for (const { title } of headings[index] ?? []) yield `\n\n${oneLine(title)}\n`;
    const speaker = newSpeaker(transcript.paragraphs, index);
    yield `\n${speaker === null ? '' : `${oneLine(speaker)}: `}${text}\n`;
  }
}
