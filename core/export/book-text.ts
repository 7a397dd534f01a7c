import type { Paragraph, Sentence } from '../transcript/transcript.ts';
import type { BookSection } from './book-section.ts';
import { bylineOf } from './exported-text.ts';
import type { ExportedText } from './exported-text.ts';
import { newSpeaker } from './new-speaker.ts';
import { isTimedByWord, paragraphId, sentenceId, wordId } from './overlay-clips.ts';
import { xmlText } from './xml-text.ts';

export interface BookTextOptions {
  readonly section: BookSection;
  /** The first file has the title of the book. */
  readonly isFirst: boolean;
  /** Sentences and words are elements of their own, so that they can be marked. */
  readonly isMarked: boolean;
}

/** A section of the book as XHTML. Its text reads on without a break, whatever elements are in it. */
export function bookText(text: ExportedText, { section, isFirst, isMarked }: BookTextOptions): string {
  const { about, transcript } = text;
  const title = xmlText(about.title);
  const head = isFirst ? `<h1>${title}</h1>\n<p class="byline">${xmlText(bylineOf(about))}</p>\n` : '';
  const heading = section.title === null ? '' : `<h2>${xmlText(section.title)}</h2>\n`;
  const body = transcript.paragraphs.slice(section.from, section.to).map((paragraph, at) => {
    const index = section.from + at;
    const speaker = newSpeaker(transcript.paragraphs, index);
    const name = speaker === null ? '' : `<b class="speaker">${xmlText(speaker)}:</b> `;
    const content = isMarked ? markedParagraph(paragraph, index) : xmlText(paragraph.text);
    const element = paragraph.heading ? 'h2' : 'p';
    return `<${element} id="${paragraphId(index)}">${name}${content}</${element}>\n`;
  });
  return page({ title, language: transcript.language, body: `${head}${heading}${body.join('')}` });
}

/** An XHTML page of the book. `title` and `body` are markup. */
export function page({
  title,
  language,
  body,
}: {
  readonly title: string;
  readonly language: string;
  readonly body: string;
}): string {
  const lang = language === '' ? '' : ` lang="${xmlText(language)}" xml:lang="${xmlText(language)}"`;
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${lang}>
<head><title>${title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>
${body}</body>
</html>
`;
}

function markedParagraph({ text, sentences }: Paragraph, paragraph: number): string {
  let content = '';
  let at = 0;
  for (const [index, sentence] of sentences.entries()) {
    const inner = markedSentence(text, sentence, { paragraph, index });
    content += `${xmlText(text.slice(at, sentence.start))}<span id="${sentenceId(paragraph, index)}">${inner}</span>`;
    at = sentence.end;
  }
  return content + xmlText(text.slice(at));
}

function markedSentence(
  text: string,
  sentence: Sentence,
  { paragraph, index }: { readonly paragraph: number; readonly index: number },
): string {
  if (!isTimedByWord(sentence)) return xmlText(text.slice(sentence.start, sentence.end));
  let content = '';
  let at = sentence.start;
  for (const [word, { start, end }] of sentence.words.entries()) {
    const id = wordId({ paragraph, sentence: index, word });
    content += `${xmlText(text.slice(at, start))}<span id="${id}">${xmlText(text.slice(start, end))}</span>`;
    at = end;
  }
  return content + xmlText(text.slice(at, sentence.end));
}
