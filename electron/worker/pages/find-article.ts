import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { escapeHtml } from '../../../core/pages/escape-html.ts';
import type { PageScan } from '../../../core/pages/scan-page.ts';

/** Shorter texts make Readability look again with fewer scruples. */
const fewestCharacters = 300;

/**
 * What of a page reads as its article, as HTML whose addresses are those of the page; empty when nothing does. Readability looks
 * for where the running text is, and leaves menus, comments and what stands at the sides.
 */
export function findArticle({ markup, title, language }: PageScan, url: string): string {
  const lang = language === '' ? '' : ` lang="${escapeHtml(language)}"`;
  const head = `<head><title>${escapeHtml(title)}</title></head>`;
  const document = new JSDOMParser().parse(`<html${lang}>${head}<body>${markup}</body></html>`, url);
  const options = { charThreshold: fewestCharacters, disableJSONLD: true };
  const article = new Readability(document as never, options).parse();
  return article?.content ?? '';
}
