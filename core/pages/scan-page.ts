import { readHtml, type Attributes, type HtmlHandler } from '../transcript/html-events.ts';
import { TameMarkup } from './tame-markup.ts';

export interface PageLink {
  readonly href: string;
  readonly rel: string;
  readonly text: string;
}

/** What one pass over a page finds. */
export interface PageScan {
  /** The page without anything that is not words, pictures and their order; see `TameMarkup`. */
  readonly markup: string;
  readonly title: string;
  readonly language: string;
  /** Contents of its JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  /** Links short enough to be those of a pager. */
  readonly links: readonly PageLink[];
  readonly hasPasswordField: boolean;
}

/** Nothing in them is read. A form may hold the whole page, so only its fields are left out. */
const leftOut = new Set(
  (
    'script style noscript template svg math iframe object applet canvas audio video button select textarea datalist ' +
    'dialog nav menu'
  ).split(' '),
);
/** Known only to those who wrote the page. */
const unwritten = new Set(
  'html head body meta link base input source track param embed wbr font center span'.split(' '),
);
const wantedAttributes = new Set(
  (
    'id class lang dir role rel type property itemprop content href src srcset alt title style hidden aria-hidden ' +
    'data-src data-srcset data-original data-lazy-src colspan rowspan datetime'
  ).split(' '),
);
const written = new Set(
  [...wantedAttributes].filter((name) => !['type', 'property', 'content'].includes(name)),
);
const longestLinkText = 30;
const mostLinks = 2_000;
const mostJsonLd = 2_000_000;

/** Reads a page once, in the time of its length. Total on anything. */
export function scanPage(html: string): PageScan {
  const scanner = new PageScanner();
  readHtml(html, scanner, wantedAttributes);
  return scanner.result();
}

class PageScanner implements HtmlHandler {
  private readonly markup = new TameMarkup();
  private readonly jsonLd: string[] = [];
  private readonly links: PageLink[] = [];
  private language = '';
  private title = '';
  private hasPasswordField = false;
  private leftOutDepth = 0;
  private script: string | null = null;
  private isInTitle = false;
  private link: { href: string; rel: string; text: string } | null = null;

  open(name: string, attributes: Attributes): void {
    if (name === 'html') this.language = attributes.lang ?? '';
    if (name === 'title' && this.title === '') this.isInTitle = true;
    if (name === 'link') this.takeLink({ ...attributes, text: '' });
    if (name === 'input') this.hasPasswordField ||= attributes.type?.toLowerCase() === 'password';
    if (name === 'script' && /^application\/ld\+json/i.test(attributes.type?.trim() ?? '')) this.script = '';
    if (name === 'a') this.link = { href: attributes.href ?? '', rel: attributes.rel ?? '', text: '' };
    if (leftOut.has(name)) this.leftOutDepth += 1;
    if (this.leftOutDepth > 0 || unwritten.has(name) || name === 'title') return;
    this.markup.element(name, only(attributes, written));
  }

  text(text: string): void {
    if (this.isInTitle) this.title += text;
    else if (this.script !== null) this.script += text;
    else {
      if (this.link !== null && this.link.text.length <= longestLinkText) this.link.text += text;
      if (this.leftOutDepth === 0) this.markup.text(text);
    }
  }

  close(name: string): void {
    if (name === 'title') this.isInTitle = false;
    if (name === 'a' && this.link !== null) {
      this.takeLink(this.link);
      this.link = null;
    }
    if (name === 'script' && this.script !== null) this.keepScript();
    if (leftOut.has(name)) this.leftOutDepth -= 1;
    else if (this.leftOutDepth === 0) this.markup.close(name);
  }

  result(): PageScan {
    const { jsonLd, links, language, hasPasswordField } = this;
    const title = this.title.replace(/\s+/g, ' ').trim();
    return { markup: this.markup.finish(), title, language, jsonLd, links, hasPasswordField };
  }

  private keepScript(): void {
    if ((this.script?.length ?? 0) <= mostJsonLd) this.jsonLd.push(this.script ?? '');
    this.script = null;
  }

  private takeLink({ href = '', rel = '', text = '' }: { href?: string; rel?: string; text?: string }): void {
    const isShort = text.trim().length <= longestLinkText;
    if (href !== '' && isShort && this.links.length < mostLinks)
      this.links.push({ href, rel: rel.toLowerCase(), text: text.replace(/\s+/g, ' ').trim() });
  }
}

function only(attributes: Attributes, names: ReadonlySet<string>): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.has(name)));
}
