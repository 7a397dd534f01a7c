import { parseClockTime } from './clock-time.ts';
import { readHtml, type Attributes, type HtmlHandler } from './html-events.ts';
import { parseText } from './parse-text.ts';
import type { StampedParagraph } from './stamps-to-turns.ts';
import { tidyText } from './tidy-text.ts';

/** Elements whose text is not read to anyone; `rt` says the same words a second time. `header` is one outside an article. */
const silent = new Set(
  'rt rp script style template noscript head title svg math iframe object select textarea button nav form canvas audio video aside footer'.split(
    ' ',
  ),
);
/** Elements that start and end a line of their own. */
const blocks = new Set(
  (
    'p div section article main header blockquote li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr table tbody pre ' +
    'figure figcaption hr body html address details summary'
  ).split(' '),
);
const headings = new Set('h1 h2 h3 h4 h5 h6'.split(' '));
const bracketedTime = /^[[(]?\s*([\d:.,]+)\s*[\])]?$/;

export interface ParsedHtml {
  readonly paragraphs: readonly StampedParagraph[];
  readonly language: string;
}

/**
 * Paragraphs of an HTML transcript: `<cite>` names the speaker, `<time>` the moment, `<p>` holds the words (podcast
 * namespace). Where it has neither, its text may still say who speaks and when as plain text does (`parseText`); an article
 * is a transcript without times. Only text is taken: nothing of the document can run or load.
 * `persons`: names the feed gives.
 */
export function parseHtml(html: string, persons: readonly string[] = []): ParsedHtml {
  const reader = new HtmlReader();
  readHtml(html, reader);
  reader.finish();
  const { language, isMarkedUp } = reader;
  if (!isMarkedUp) return { language, paragraphs: readAsText(reader.paragraphs, persons) };
  const paragraphs = reader.paragraphs.map((paragraph) => ({
    ...paragraph,
    text: paragraph.text.replaceAll('\n', ' '),
  }));
  return { language, paragraphs };
}

/** Headings are known by their words then: nothing else of the markup outlives the way through plain text. */
function readAsText(
  paragraphs: readonly StampedParagraph[],
  persons: readonly string[],
): readonly StampedParagraph[] {
  const titles = new Set(paragraphs.filter(({ heading }) => heading).map(({ text }) => text));
  return parseText(paragraphs.map(({ text }) => text).join('\n\n'), persons).map((paragraph) =>
    titles.has(paragraph.text) ? { ...paragraph, heading: true } : paragraph,
  );
}

class HtmlReader implements HtmlHandler {
  readonly paragraphs: StampedParagraph[] = [];
  language = '';
  /** It names speakers or moments by its elements. */
  isMarkedUp = false;
  private silentDepth = 0;
  private articleDepth = 0;
  private silentHeaders = 0;
  private headingDepth = 0;
  private words = '';
  private speaker: string | undefined;
  private marks: { at: number; startMs: number }[] = [];
  /** Name of the element whose text is being collected apart from the words, and that text. */
  private aside: { name: 'cite' | 'time'; text: string } | undefined;

  open(name: string, { lang = '' }: Attributes): void {
    if (silent.has(name)) this.silentDepth += 1;
    if (name === 'header' && this.articleDepth === 0) {
      this.silentHeaders += 1;
      this.silentDepth += 1;
    }
    if (name === 'article') this.articleDepth += 1;
    if (this.silentDepth > 0) return;
    if (name === 'html') this.language = lang;
    if (name === 'br') this.breakLine();
    else if (name === 'cite' || name === 'time') this.openAside(name);
    else if (blocks.has(name)) this.finishParagraph();
    if (headings.has(name)) this.headingDepth += 1;
  }

  text(text: string): void {
    if (this.silentDepth > 0) return;
    if (this.aside) this.aside.text += text;
    else this.words += text;
  }

  close(name: string): void {
    if (name === 'article') this.articleDepth -= 1;
    if (silent.has(name)) this.silentDepth -= 1;
    else if (name === 'header' && this.silentHeaders > 0) {
      this.silentHeaders -= 1;
      this.silentDepth -= 1;
    } else if (this.silentDepth > 0) return;
    else if (name === this.aside?.name) this.finishAside();
    else if (blocks.has(name)) this.finishParagraph();
    if (headings.has(name)) this.headingDepth = Math.max(0, this.headingDepth - 1);
  }

  finish(): void {
    this.finishParagraph();
  }

  /** Two breaks in a row part paragraphs. */
  private breakLine(): void {
    if (/\n[^\S\n]*$/.test(this.words)) this.finishParagraph();
    else this.text('\n');
  }

  private openAside(name: 'cite' | 'time'): void {
    this.finishAside();
    this.aside = { name, text: '' };
  }

  /** A `<cite>` inside a sentence is a title, a `<time>` that is no clock time is a date: both are words then. */
  private finishAside(): void {
    const aside = this.aside;
    this.aside = undefined;
    if (!aside) return;
    const startMs =
      aside.name === 'time' ? parseClockTime(bracketedTime.exec(aside.text.trim())?.[1] ?? '') : undefined;
    const isBetweenParagraphs = this.words.trim() === '';
    if (startMs !== undefined || (aside.name === 'cite' && isBetweenParagraphs)) this.isMarkedUp = true;
    if (startMs !== undefined)
      this.marks.push({ at: isBetweenParagraphs ? 0 : tidyText(this.words).length, startMs });
    else if (aside.name === 'cite' && isBetweenParagraphs)
      this.speaker = tidyText(aside.text).replace(/\s*:$/, '');
    else this.words += aside.text;
  }

  private finishParagraph(): void {
    this.finishAside();
    const text = tidyText(this.words);
    this.words = '';
    if (text === '') return;
    const { speaker, marks } = this;
    const heading = this.headingDepth > 0;
    this.paragraphs.push({ text, ...(heading ? { heading } : {}), ...(speaker ? { speaker } : {}), marks });
    this.marks = [];
  }
}
