import type { AppErrorCode } from '../app-error.ts';
import { comparableText } from './comparable-text.ts';
import type { ArticleBlock } from './page-article.ts';

interface Judged {
  /** Where the page came from in the end. */
  readonly url: string;
  readonly title: string;
  readonly hasPasswordField: boolean;
  readonly blocks: readonly ArticleBlock[];
  /** What the article should be called. */
  readonly wantedTitle: string;
  /** The page states a text of an article to machines: nothing that stands in place of one does. */
  readonly isStated: boolean;
}

/** Fewer letters are no article. */
const shortestArticle = 250;
/** A page in place of the article has no more to say than this. */
const longestNotice = 2_500;
/** More of a text being links makes it a list of other pages. */
const mostLinked = 0.6;

const signInPlace = /(?:^|[/.?&=_-])(?:login|log-in|signin|sign-in|auth|sso|account\/login)(?:[/.?&=_-]|$)/i;
const consentPlace = /(?:^|[/.?&=_-])(?:consent|cookie-?wall|gdpr|privacy-?gate|cmp)(?:[/.?&=_-]|$)/i;
/** Asks for it; that somebody went in, or signed something, is news. */
const signInWords =
  /(?:войдите|войти|авторизуйтесь|зарегистрируйтесь|log\s?in|sign\s?in|sign\s?up)(?![\p{L}])[^.!?\n]{0,60}(?:чтобы|аккаунт|учётн|учетн|парол|\bto\s|account|password)/iu;
/** A page, not what it tells of: aeroplanes are not found, and work is удалённая, in the news too. */
const missing =
  /(?:страниц|стать|материал|документ|публикаци|запис|новост|выпуск)\p{L}*(?:\s+[^\s.!?]+){0,4}?\s+(?:не\s+(?:найден|существует|доступ)|удал[её]н)|(?:page|article|post|content|file|document|story|episode)\b[^.!?\n]{0,40}\b(?:not\s+(?:be\s+)?found|no\s+longer|does\s*n[o’']t\s+exist|unavailable|removed|deleted)|(?:error|ошибка|http)\s*[:№-]?\s*(?:404|410)(?!\d)|^\s*(?:404|410)\s*(?:$|[.:,—–|-]|not\b|error|ошибка)|^\s*(?:not\s+found|(?:ничего\s+)?не\s+найдено)/iu;
const cookieWords = /cookies?\b|куки|файл(?:ы|ов|ами)? cookie/giu;
const consentWords =
  /consent\b|personal data|our partners|privacy policy|accept all|персональн(?:ых|ые) данн(?:ых|ые)|соглас(?:ие|ен|на|ны|иться)|принять все|наши партн[её]ры/giu;
/** Letters of text for each such word on a page that asks for consent. */
const lettersPerConsentWord = 160;

/** Why a page does not give the article; null when it does. */
export function judgePage(page: Judged): AppErrorCode | null {
  const text = page.blocks.map((block) => block.text).join('\n');
  const isEmpty = text.length < shortestArticle;
  if (isInPlaceOfArticle(page, text)) {
    if (missing.test(page.title) && (isEmpty || !isTitled(page))) return 'http-not-found';
    if (asksForConsent(page, text)) return 'page-consent';
    if (asksToSignIn(page, text)) return 'page-sign-in';
  }
  if (isEmpty) return missing.test(text) ? 'http-not-found' : 'page-no-article';
  return linkShareOf(page.blocks) > mostLinked ? 'page-no-article' : null;
}

/** Whether it may be. Walls of consent can be long; all others are short. */
function isInPlaceOfArticle(page: Judged, text: string): boolean {
  return !page.isStated && (text.length < longestNotice || asksForConsent(page, text));
}

function isTitled({ title, wantedTitle }: Judged): boolean {
  const wanted = comparableText(wantedTitle);
  return wanted !== '' && comparableText(title).includes(wanted);
}

function asksToSignIn({ url, title, hasPasswordField }: Judged, text: string): boolean {
  if (signInPlace.test(pathOf(url))) return true;
  // Many pages have such a field over every article.
  return hasPasswordField && (text.length < shortestArticle || signInWords.test(`${title}\n${text}`));
}

/** Long texts about cookies are asked about once, in a notice at their beginning; a wall speaks of nothing else. */
function asksForConsent({ url }: Judged, text: string): boolean {
  const cookies = text.match(cookieWords)?.length ?? 0;
  const words = cookies + (text.match(consentWords)?.length ?? 0);
  const isDense = cookies > 0 && words >= 3 && text.length < words * lettersPerConsentWord;
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
