import { articleBlocks, textBlocks } from './article-blocks.ts';
import { comparableText } from './comparable-text.ts';
import type { ArticleBlock } from './page-article.ts';

/** Letters that a stated text must have to be more than a summary. */
const shortestBody = 200;
/** The stated text breaks off where the page has so many times its letters. */
const farLonger = 1.4;
/** Share of the stated text that its paragraphs in the page must make up, so that the page's setting can be used. */
const foundWell = 0.9;
const markup = /<\/?(?:p|br|div|h[1-6])\b/i;

/**
 * The article of a page out of what the page states (`body`, plain or with tags) and what was found in it (`found`). What is
 * stated tells which words belong to the article, and is free of everything around it; what was found has the paragraphs,
 * headings and pictures. A stated text that breaks off, or is only a summary, is passed over.
 */
export function chooseArticle({
  body,
  found,
  baseUrl,
}: {
  readonly body: string | null;
  readonly found: readonly ArticleBlock[];
  readonly baseUrl: string;
}): readonly ArticleBlock[] {
  if (body === null) return found;
  const stated = markup.test(body) ? articleBlocks(body, baseUrl) : textBlocks(body);
  const wanted = lettersOf(stated);
  if (wanted.length < shortestBody) return found;
  const all = lettersOf(found);
  const isCut = all.length > wanted.length * farLonger && all.includes(wanted.slice(0, shortestBody));
  if (isCut) return found;
  const kept = within(found, wanted);
  return lettersOf(kept).length >= wanted.length * foundWell ? kept : stated;
}

function lettersOf(blocks: readonly ArticleBlock[]): string {
  return blocks.map(({ text }) => comparableText(text)).join('');
}

/** The blocks whose words are among the wanted ones, with the pictures and headings that stand between them. */
function within(blocks: readonly ArticleBlock[], wanted: string): ArticleBlock[] {
  let from = 0;
  const isWanted = blocks.map(({ kind, text }) => {
    if (kind !== 'paragraph') return false;
    const letters = comparableText(text);
    const next = wanted.indexOf(letters, from);
    const at = next >= 0 ? next : wanted.indexOf(letters);
    if (at >= 0 && next >= 0) from = at + letters.length;
    return at >= 0 && letters !== '';
  });
  const first = isWanted.indexOf(true);
  const last = isWanted.lastIndexOf(true);
  return blocks.filter(
    ({ kind }, at) => isWanted[at] === true || (kind !== 'paragraph' && at > first - 2 && at < last),
  );
}
