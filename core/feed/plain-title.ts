import { htmlToText } from './html-to-text.ts';

const longestTitle = 1000;
/** Only what is surely meant as a tag goes: a title may speak of `vector<int>` or `x < y`. */
const tags =
  /<\/?(?:a|b|big|br|code|div|em|font|h[1-6]|i|img|mark|p|s|small|span|strong|sub|sup|tt|u)(?:\s[^<>]*)?\/?>/gi;

/** A title as one line of plain text: tags publishers slip in are gone, references escaped twice (`&amp;amp;`) decoded. */
export function plainTitle(title: string): string {
  const cut = title.slice(0, longestTitle);
  if (!/[<&]|[^\S ]| {2}/.test(cut)) return cut.trim();
  return htmlToText(
    cut.replace(tags, (tag) => (/^<\/?(?:br|p|div|h)/i.test(tag) ? ' ' : '')).replaceAll('<', '&lt;'),
    longestTitle,
  ).replaceAll('\n', ' ');
}
