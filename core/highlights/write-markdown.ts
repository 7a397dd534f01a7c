import type { ExportWords } from './export-words.ts';
import { highlightLink } from './highlight-link.ts';
import type { TextHighlight } from './highlight.ts';
import { compareInEpisode } from './highlight.ts';

/** Highlights as a Markdown document: a chapter an episode, each quote with its time, tags and note. */
export function writeMarkdown(highlights: readonly TextHighlight[], words: ExportWords): string {
  const episodes = new Map<string, TextHighlight[]>();
  for (const highlight of highlights) {
    const known = episodes.get(highlight.episodeId);
    if (known === undefined) episodes.set(highlight.episodeId, [highlight]);
    else known.push(highlight);
  }
  const chapters = [...episodes.values()].map((ofEpisode) => {
    return writeEpisode(ofEpisode.sort(compareInEpisode), words);
  });
  return [`# ${escaped(words.title)}`, ...chapters].join('\n\n') + '\n';
}

function writeEpisode(highlights: readonly TextHighlight[], words: ExportWords): string {
  const [first] = highlights;
  if (first === undefined) return '';
  const { episode, show, author, publishedAt, link, enclosureUrl } = first.origin;
  const day = publishedAt === undefined ? '' : words.day(publishedAt);
  const source = [show, author === show ? '' : (author ?? ''), day]
    .filter((part) => part !== '')
    .map(escaped);
  const address = link ?? enclosureUrl;
  return [
    `## ${escaped(episode)}`,
    source.join(' · '),
    ...(address === undefined ? [] : [`<${safeAddress(address)}>`]),
    ...highlights.map((highlight) => writeHighlight(highlight, words)),
  ].join('\n\n');
}

function writeHighlight(highlight: TextHighlight, words: ExportWords): string {
  const { quote, note, tags, startMs } = highlight;
  const lines = escaped(quote)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`));
  const link = highlightLink(highlight);
  const time = startMs === undefined ? '' : escaped(words.time(startMs));
  const place = time === '' || link === null ? time : `[${time}](<${safeAddress(link)}>)`;
  const facts = [place, ...tags.map((tag) => `\\#${escaped(tag)}`)].filter((part) => part !== '');
  return [lines.join('\n'), facts.join(' · '), escaped(note)].filter((part) => part !== '').join('\n\n');
}

/** Signs that mean something anywhere in a line, and those that do so at its beginning. */
const special = /[\\`*_{}[\]<>()#|~!&$^=]/g;
const specialAtStart = /^[-+]/gm;
const listNumber = /^(\d{1,9})([.)])(?=\s|$)/gm;

/** The words as they are, whatever Markdown would make of them. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t]+/gm, '')
    .replace(special, String.raw`\$&`)
    .replace(specialAtStart, String.raw`\$&`)
    .replace(listNumber, String.raw`$1\$2`);
}

/** An address inside angle brackets. */
function safeAddress(address: string): string {
  return address.replace(/[<>\s\\]/g, (sign) => encodeURIComponent(sign));
}
