import type { AppErrorCode } from '../app-error.ts';
import type { ArticleBlock } from './page-article.ts';

interface Judged {
  /** Where the page came from in the end. */
  readonly url: string;
  readonly title: string;
  readonly hasPasswordField: boolean;
  readonly blocks: readonly ArticleBlock[];
}

/** Fewer letters are no article. */
const shortestArticle = 250;
/** A page in place of the article has no more to say than this. */
const longestNotice = 2_500;
/** More of a text being links makes it a list of other pages. */
const mostLinked = 0.6;

const signInPlace = /(?:^|[/.?&=_-])(?:login|log-in|signin|sign-in|auth|sso|account\/login)(?:[/.?&=_-]|$)/i;
const consentPlace = /(?:^|[/.?&=_-])(?:consent|cookie-?wall|gdpr|privacy-?gate|cmp)(?:[/.?&=_-]|$)/i;
const missing =
  /(?:^|\s)(?:404|410)(?:\s|$|[.:,—–-])|not found|no longer (?:available|exists)|не найден[ао]?(?![\p{L}])|не существует|удален[ао]?(?![\p{L}])|удалён/iu;
const consentWords =
  /cookies?\b|consent\b|personal data|our partners|privacy policy|accept all|куки|файл(?:ы|ов|ами)? cookie|персональн(?:ых|ые) данн(?:ых|ые)|соглас(?:ие|ен|на|ны|иться)|принять все|наши партн[её]ры/giu;
/** Letters of text for each such word on a page that asks for consent. */
const lettersPerConsentWord = 160;

/** Why a page does not give the article; null when it does. */
export function judgePage(page: Judged): AppErrorCode | null {
  const text = page.blocks.map((block) => block.text).join('\n');
  const isShort = text.length < longestNotice;
  if (isShort && missing.test(page.title)) return 'http-not-found';
  if (asksForConsent(page, text)) return 'page-consent';
  if (isShort && (page.hasPasswordField || signInPlace.test(pathOf(page.url)))) return 'page-sign-in';
  if (text.length < shortestArticle) return missing.test(text) ? 'http-not-found' : 'page-no-article';
  return linkShareOf(page.blocks) > mostLinked ? 'page-no-article' : null;
}

/** Long texts about cookies are asked about once, in a notice at their beginning; a wall speaks of nothing else. */
function asksForConsent({ url }: Judged, text: string): boolean {
  const words = text.match(consentWords)?.length ?? 0;
  const isDense = words >= 3 && text.length < words * lettersPerConsentWord;
  return isDense || (consentPlace.test(hostAndPath(url)) && text.length < longestNotice);
}

function linkShareOf(blocks: readonly ArticleBlock[]): number {
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0);
  return blocks.reduce((sum, { text, linkShare }) => sum + text.length * linkShare, 0) / Math.max(1, total);
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}

function hostAndPath(url: string): string {
  return URL.canParse(url) ? `${new URL(url).hostname}${new URL(url).pathname}` : '';
}
