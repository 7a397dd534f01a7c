import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

const blocks = new Set(
  (
    'address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ' +
    'nav ol p pre section table tr ul'
  ).split(' '),
);
const unseen = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'title',
  'textarea',
]);

/** Anything that could be a tag, a comment or a reference. */
const hasMarkup = /[<&]/;

/**
 * Plain text of an HTML fragment, made for reading, not for safety: what comes out must still be treated as text. Tags
 * go, all references of HTML are decoded, white space is folded, blocks are set apart by a line break. Stops once `limit`
 * characters are there, however long the fragment is.
 */
export function htmlToText(html: string, limit = Number.POSITIVE_INFINITY): string {
  if (!hasMarkup.test(html)) return foldLines(html.slice(0, Math.min(html.length, limit * 2)));
  const text = new TextOfHtml(limit);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, text);
  text.attach(html, tokenizer);
  tokenizer.write(html);
  tokenizer.end();
  return foldLines(text.text);
}

/** Folds white space; a run with a line break in it becomes one line break when `html` gave it, else a blank. */
function foldLines(text: string): string {
  if (!/[^\S ]|\u0001| {2}/.test(text)) return text.trim();
  return text
    .replace(/[^\S\u0001]+/g, ' ')
    .replace(/ ?\u0001[ \u0001]*/g, '\n')
    .trim();
}

/** Stands for a line break of a block until white space is folded; removed from the text itself. */
const lineBreak = '\u0001';

class TextOfHtml implements TokenizerCallbacks {
  text = '';
  readonly #limit: number;
  #html = '';
  #tokenizer: Tokenizer | undefined;
  #unseenName = '';

  constructor(limit: number) {
    this.#limit = limit;
  }

  attach(html: string, tokenizer: Tokenizer): void {
    this.#html = html;
    this.#tokenizer = tokenizer;
  }

  ontext(start: number, end: number): void {
    this.#add(this.#html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.#add(String.fromCodePoint(codePoint));
  }

  #add(text: string): void {
    if (this.#unseenName !== '') return;
    this.text += text.replaceAll(lineBreak, ' ');
    if (this.text.length > this.#limit) this.#tokenizer?.pause();
  }

  onopentagname(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    if (blocks.has(name)) this.text += lineBreak;
    else if (this.#unseenName === '' && unseen.has(name)) this.#unseenName = name;
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).trim().toLowerCase();
    if (blocks.has(name)) this.text += lineBreak;
    if (name === this.#unseenName) this.#unseenName = '';
  }

  onselfclosingtag(): void {
    // `<p/>` opens a paragraph in HTML, and the name was seen already.
  }

  oncdata(start: number, end: number): void {
    this.#add(this.#html.slice(start, end));
  }

  onattribdata(): void {
    // Attributes are not text.
  }

  onattribentity(): void {
    // Attributes are not text.
  }

  onattribend(): void {
    // Attributes are not text.
  }

  onattribname(): void {
    // Attributes are not text.
  }

  onopentagend(): void {
    // The name was seen already.
  }

  oncomment(): void {
    // Comments are not text.
  }

  ondeclaration(): void {
    // Declarations are not text.
  }

  onprocessinginstruction(): void {
    // Instructions are not text.
  }

  onend(): void {
    // Nothing is kept back.
  }
}
