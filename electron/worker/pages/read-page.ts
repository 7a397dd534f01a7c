import { appError } from '../../../core/app-error.ts';
import type { WorkerArgs, WorkerResult } from '../../../core/ipc/worker-contract.ts';
import { articleBlocks } from '../../../core/pages/article-blocks.ts';
import { chooseArticle } from '../../../core/pages/choose-article.ts';
import { comparableText } from '../../../core/pages/comparable-text.ts';
import { dropBoilerplate } from '../../../core/pages/drop-boilerplate.ts';
import { jsonLdArticle } from '../../../core/pages/json-ld-article.ts';
import { judgePage } from '../../../core/pages/judge-page.ts';
import { nextPage } from '../../../core/pages/next-page.ts';
import { scanPage } from '../../../core/pages/scan-page.ts';
import { failure, success } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import { decodeText } from '../../../core/text/decode-text.ts';
import { findArticle } from './find-article.ts';

/** Where a page may say how its letters are written. */
const headBytes = 4096;

/** The article of one page. Fails with `page-…` or `http-not-found` when the page is something else. */
export function readPage(asked: WorkerArgs<'page:read'>): Result<WorkerResult<'page:read'>> {
  const { bytes, url, number, title } = asked;
  if (!isMarkup(bytes, asked.contentType)) return failure(appError('page-other-kind', asked.contentType));
  const scan = scanPage(decodeText(bytes, `${asked.contentType} ${statedCharset(bytes)}`).text);
  const body = jsonLdArticle(scan.jsonLd);
  const found = articleBlocks(findArticle(scan, url), url);
  const chosen = dropBoilerplate(chooseArticle({ body, found, baseUrl: url }));
  const blocks = chosen.filter((block, at) => at > 2 || !isTitle(block.text, [title, scan.title]));
  const trouble = judgePage({ ...scan, url, blocks, wantedTitle: title, isStated: body !== null });
  // A page behind the first may be short; what it is not, the first was judged for.
  if (trouble !== null && (number === 1 || blocks.length === 0))
    return failure(appError(trouble, scan.title));
  const nextUrl = nextPage(scan.links, { url, number });
  return success({ blocks, language: scan.language, ...(nextUrl === null ? {} : { nextUrl }) });
}

/** The page has its own headline over the text already. */
function isTitle(text: string, titles: readonly string[]): boolean {
  const letters = comparableText(text);
  return letters !== '' && titles.some((title) => comparableText(title) === letters);
}

/** Servers name types wrongly, and PDF begins as it likes within its first kilobyte (ISO 32000 annex H). */
function isMarkup(bytes: Uint8Array, contentType = ''): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString(
    'latin1',
  );
  if (start.includes('%PDF-')) return false;
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return true;
  return /<(?:!doctype\s+html|html|head|body|article|div|p)\b/i.test(start);
}

function statedCharset(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headBytes));
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([\w:-]+)/i.exec(head.toString('latin1'))?.[0] ?? '';
}
