import { htmlToText } from './html-to-text.ts';

/** Characters of a teaser: two or three lines of a list. */
export const longestTeaser = 300;

/** Plain text of the beginning of notes: one line, at most `longestTeaser` characters, cut between words with an ellipsis. */
export function teaser(html: string): string {
  const text = htmlToText(html, longestTeaser * 2).replaceAll('\n', ' ');
  if (text.length <= longestTeaser) return text;
  const cut = text.slice(0, longestTeaser - 1);
  const blank = cut.lastIndexOf(' ');
  // Without a blank in reach (Chinese, an endless address) the cut falls where it falls, but not inside a character.
  const kept = blank > longestTeaser / 2 ? cut.slice(0, blank) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:.–—-]+$/, '')}…`;
}
