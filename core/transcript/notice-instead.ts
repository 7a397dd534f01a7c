import type { AppErrorCode } from '../app-error.ts';
import { articleBlocks } from '../pages/article-blocks.ts';
import { judgePage } from '../pages/judge-page.ts';
import { scanPage } from '../pages/scan-page.ts';

/** What a page says of itself; that it holds little text is no trouble of a transcript. */
const notices: ReadonlySet<AppErrorCode> = new Set(['http-not-found', 'page-sign-in', 'page-consent']);
/** A notice is not longer than this with all its markup; larger files are not looked at (characters). */
const longestNotice = 400_000;

/** Why a web page that was announced as the text of an episode is something else; null when it may be the text. */
export function noticeInstead(html: string, url = ''): AppErrorCode | null {
  if (html.length > longestNotice) return null;
  const { markup, title, hasPasswordField } = scanPage(html);
  const blocks = articleBlocks(markup, url);
  const verdict = judgePage({ url, title, hasPasswordField, blocks, wantedTitle: '', isStated: false });
  return verdict !== null && notices.has(verdict) ? verdict : null;
}
