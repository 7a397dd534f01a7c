import { chaptersBefore } from '../chapters/chapters-before.ts';
import { shortClock } from './clock-text.ts';
import type { ExportedText } from './exported-text.ts';
import { bylineOf } from './exported-text.ts';
import { newSpeaker } from './new-speaker.ts';
import { xmlText } from './xml-text.ts';

const styles = `body { max-width: 38em; margin: 2em auto; padding: 0 1em; font: 1.05em/1.55 Georgia, 'PT Serif', serif; color: #1b1a18; }
h1 { line-height: 1.2; }
h2 { margin-top: 2em; font-size: 1.1em; break-after: avoid; }
p { margin: 0 0 1em; orphans: 3; widows: 3; }
.byline, time { color: #6b665e; }
time { font-size: 0.75em; margin-right: 0.5em; font-variant-numeric: tabular-nums; }
cite { font-style: normal; font-weight: bold; margin-right: 0.3em; }
@page { margin: 2cm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11pt; color: #000; } a { color: inherit; } }
@media (prefers-color-scheme: dark) and (not print) { body { background: #151413; color: #e9e5dd; } .byline, time { color: #a49d92; } a { color: inherit; } }`;

/**
 * One page of HTML that needs nothing else and runs nothing, for reading and for paper. Speakers and times are marked up as
 * HTML transcripts of the podcast namespace are (`<cite>`, `<time>`).
 */
export function* writeHtml({ about, transcript, chapters }: ExportedText): Generator<string> {
  const { paragraphs, language } = transcript;
  const lang = language === '' ? '' : ` lang="${xmlText(language)}"`;
  const title = xmlText(about.title);
  yield `<!doctype html>\n<html${lang}>\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n`;
  yield `<meta name="viewport" content="width=device-width">\n<style>\n${styles}\n</style>\n</head>\n<body>\n<article>\n`;
  yield `<h1>${title}</h1>\n<p class="byline">${xmlText(bylineOf(about))}${link(about.link)}</p>\n`;
  const headings = chaptersBefore(paragraphs, chapters);
  for (const [index, { text, startMs, heading: isHeading }] of paragraphs.entries()) {
    for (const chapter of headings[index] ?? []) yield heading(chapter.title);
    const speaker = newSpeaker(paragraphs, index);
    const name = speaker === null ? '' : `<cite>${xmlText(speaker)}:</cite> `;
    const time = startMs === undefined ? '' : `<time>${shortClock(startMs)}</time> `;
    yield isHeading ? heading(text) : `<p>${name}${time}${xmlText(text)}</p>\n`;
  }
  yield '</article>\n</body>\n</html>\n';
}

function heading(title: string): string {
  return `<h2>${xmlText(title)}</h2>\n`;
}

/** Feeds are not trusted: only what opens a page becomes a link. */
function link(address: string | undefined): string {
  if (address === undefined || !/^https?:/i.test(address)) return '';
  return `<br><a href="${xmlText(address)}">${xmlText(address)}</a>`;
}
