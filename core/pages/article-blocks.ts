import { readHtml, type Attributes, type HtmlHandler } from '../transcript/html-events.ts';
import { escapeHtml } from './escape-html.ts';
import type { ArticleBlock } from './page-article.ts';

const unread = new Set(
  'script style noscript template svg math iframe object select textarea button nav form aside'.split(' '),
);
const headings = new Set('h1 h2 h3 h4 h5 h6'.split(' '));
const blockNames = new Set(
  (
    'p div section article main header footer blockquote li ul ol dl dt dd table tbody thead tr td th pre figure hr ' +
    'address details summary br'
  ).split(' '),
);
const inlineNames = new Set('em strong b i q sub sup s u mark cite code abbr'.split(' '));
const wanted = new Set(['href', 'src', 'alt']);
const mostBlocks = 20_000;

/** The blocks of an article: its paragraphs, headings and pictures in their order. Addresses are resolved against `baseUrl`. */
export function articleBlocks(html: string, baseUrl: string): ArticleBlock[] {
  const reader = new BlockReader(baseUrl);
  readHtml(html, reader, wanted);
  reader.finishBlock();
  return reader.blocks;
}

/** Blocks of an article that is plain text: its lines are its paragraphs. */
export function textBlocks(text: string): ArticleBlock[] {
  return text
    .split(/\r\n?|\n/)
    .map(tidy)
    .filter((line) => line !== '')
    .slice(0, mostBlocks)
    .map((line) => ({ kind: 'paragraph', text: line, html: `<p>${escapeHtml(line)}</p>`, linkShare: 0 }));
}

class BlockReader implements HtmlHandler {
  readonly blocks: ArticleBlock[] = [];
  private unreadDepth = 0;
  private captionDepth = 0;
  private headingDepth = 0;
  private linkDepth = 0;
  private words = '';
  private html = '';
  private linked = 0;
  /** Inline elements that are open, for ending them with their block. */
  private inline: string[] = [];

  constructor(private readonly baseUrl: string) {}

  open(name: string, attributes: Attributes): void {
    if (unread.has(name)) this.unreadDepth += 1;
    if (this.unreadDepth > 0) return;
    if (headings.has(name) || blockNames.has(name) || name === 'figcaption') this.finishBlock();
    if (headings.has(name)) this.headingDepth += 1;
    if (name === 'figcaption') this.captionDepth += 1;
    if (name === 'img') this.addPicture(attributes);
    if (name === 'a') this.openLink(attributes.href);
    else if (inlineNames.has(name)) this.openInline(name, `<${name}>`);
  }

  text(text: string): void {
    if (this.unreadDepth > 0) return;
    this.words += text;
    this.html += escapeHtml(text);
    if (this.linkDepth > 0) this.linked += tidy(text).length;
  }

  close(name: string): void {
    if (unread.has(name)) this.unreadDepth -= 1;
    else if (this.unreadDepth > 0) return;
    if (name === 'a' || inlineNames.has(name)) this.closeInline(name);
    if (headings.has(name) || blockNames.has(name) || name === 'figcaption') this.finishBlock();
    if (headings.has(name)) this.headingDepth -= 1;
    if (name === 'figcaption') this.captionDepth -= 1;
  }

  /** A caption is not read, but stands under its picture. */
  finishBlock(): void {
    const text = tidy(this.words);
    while (this.inline.length > 0) this.html += `</${this.inline.pop()}>`;
    const html = this.html.trim();
    const linkShare = text === '' ? 0 : Math.min(1, this.linked / text.length);
    const isCaption = this.captionDepth > 0;
    const isHeading = this.headingDepth > 0;
    this.words = '';
    this.html = '';
    this.linked = 0;
    this.linkDepth = 0;
    if (text === '' || this.blocks.length >= mostBlocks) return;
    if (isCaption)
      this.blocks.push({ kind: 'picture', text: '', html: `<p><small>${html}</small></p>`, linkShare });
    else if (isHeading) this.blocks.push({ kind: 'heading', text, html: `<h3>${html}</h3>`, linkShare });
    else this.blocks.push({ kind: 'paragraph', text, html: `<p>${html}</p>`, linkShare });
  }

  private addPicture({ src = '', alt = '' }: Attributes): void {
    const url = this.resolve(src);
    if (url === null || this.blocks.length >= mostBlocks) return;
    this.blocks.push({
      kind: 'picture',
      text: '',
      html: `<p><img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}"></p>`,
      linkShare: 0,
    });
  }

  private openLink(href = ''): void {
    this.linkDepth += 1;
    const url = this.resolve(href);
    if (url !== null) this.openInline('a', `<a href="${escapeHtml(url)}">`);
  }

  private openInline(name: string, tag: string): void {
    this.inline.push(name);
    this.html += tag;
  }

  private closeInline(name: string): void {
    if (name === 'a') this.linkDepth = Math.max(0, this.linkDepth - 1);
    const at = this.inline.lastIndexOf(name);
    if (at < 0) return;
    while (this.inline.length > at) this.html += `</${this.inline.pop()}>`;
  }

  private resolve(address: string): string | null {
    if (address === '' || !URL.canParse(address, this.baseUrl)) return null;
    const url = new URL(address, this.baseUrl);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  }
}

function tidy(text: string): string {
  return text.replace(/[\s\u00ad\u200b]+/g, (run) => (/\s/.test(run) ? ' ' : '')).trim();
}
