import { comparableText } from './comparable-text.ts';
import { escapeHtml } from './escape-html.ts';
import type { ArticleBlock } from './page-article.ts';

/** Blocks of this many letters do not stand twice in an article by chance. */
const repeatedLetters = 40;

/** Whether a page gives anything that the pages before it did not: sites answer a number too high with another page again. */
export function addsToPages(before: readonly ArticleBlock[], page: readonly ArticleBlock[]): boolean {
  const known = new Set(before.map(({ text }) => comparableText(text)));
  return page.some(({ kind, text }) => kind === 'paragraph' && !known.has(comparableText(text)));
}

/** One article of several pages, in their order: what later pages repeat of earlier ones (headline, lead, pictures) is left out. */
export function joinPages(pages: readonly (readonly ArticleBlock[])[]): ArticleBlock[] {
  const known = new Set<string>();
  return pages.flatMap((page) => {
    const fresh = page.filter((block) => !known.has(keyOf(block)));
    for (const block of page) if (isTelling(block)) known.add(keyOf(block));
    return fresh;
  });
}

/** The article for display. */
export function articleHtml(blocks: readonly ArticleBlock[]): string {
  return blocks.map(({ html }) => html).join('\n');
}

/** The article for reading along: words alone, as markup that a transcript is read from. */
export function articleWords(blocks: readonly ArticleBlock[]): string {
  return blocks
    .filter(({ kind }) => kind !== 'picture')
    .map(({ kind, text }) =>
      kind === 'heading' ? `<h3>${escapeHtml(text)}</h3>` : `<p>${escapeHtml(text)}</p>`,
    )
    .join('\n');
}

const keyOf = ({ kind, text, html }: ArticleBlock): string =>
  kind === 'picture' ? html : comparableText(text);

function isTelling({ kind, text }: ArticleBlock): boolean {
  return kind !== 'paragraph' || text.length >= repeatedLetters;
}
