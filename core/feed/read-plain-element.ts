import { decodeEntities } from './decode-entities.ts';
import { Attributes, noAttributes } from './attributes.ts';

export interface ElementHandler {
  onOpen(name: string, attributes: Attributes): void;
  onClose(name: string): void;
  /** An element without others inside: the same as `onOpen`, all of its text, `onClose`. */
  onElement(name: string, attributes: Attributes, text: string): void;
}

const plainName = /^[a-z][a-z\d.:_-]*$/i;
/** A feed has a few dozen names; an attacker's million is not worth keeping. */
const mostNames = 500;

const cdataStart = '<![CDATA[';
const cdataEnd = ']]>';

/**
 * Reads what nearly all feeds consist of: `<name>`, `</name>`, `<name one="…" two='…'>` and whole elements with nothing but
 * text or one CDATA section in them; names of ASCII. Each name is checked once and then found by a look-up; ends are found
 * by `indexOf`. Anything else (`a=1`, `a = "1"`, `<a/b>`, `</b >`, quotes left open) is not judged here: it goes to the
 * tokenizer.
 */
export class PlainElements {
  readonly #handler: ElementHandler;
  readonly #names = new Map<string, string>();
  readonly #attributeNames = new Map<string, string>();

  constructor(handler: ElementHandler) {
    this.#handler = handler;
  }

  /** Delivers what begins with the tag between `start` (its `<`) and `close` (the first `>` after it); gives its end, or -1 when it is not plain. */
  read(text: string, start: number, close: number): number {
    if (text.charCodeAt(start + 1) === 0x2f) {
      const name = this.#nameOf(text.slice(start + 2, close));
      if (name === undefined) return -1;
      this.#handler.onClose(name);
      return close + 1;
    }
    const isEmpty = text.charCodeAt(close - 1) === 0x2f;
    const end = isEmpty ? close - 1 : close;
    const blank = text.indexOf(' ', start);
    const nameEnd = blank < 0 || blank > end ? end : blank;
    const name = this.#nameOf(text.slice(start + 1, nameEnd));
    if (name === undefined) return -1;
    const attributes = nameEnd === end ? noAttributes : this.#readAttributes(text, nameEnd, end);
    if (attributes === undefined) return -1;
    if (!isEmpty) return this.#readContent(text, close + 1, { name, attributes });
    this.#handler.onElement(name, attributes, '');
    return close + 1;
  }

  #readContent(text: string, start: number, tag: { name: string; attributes: Attributes }): number {
    const { name, attributes } = tag;
    const bracket = text.indexOf('<', start);
    if (bracket === start && text.startsWith(cdataStart, start)) {
      const textStart = start + cdataStart.length;
      const textEnd = text.indexOf(cdataEnd, textStart);
      if (textEnd >= 0 && isEndTag(text, textEnd + cdataEnd.length, name)) {
        this.#handler.onElement(name, attributes, text.slice(textStart, textEnd));
        return textEnd + cdataEnd.length + name.length + '</>'.length;
      }
    } else if (bracket >= 0 && isEndTag(text, bracket, name)) {
      this.#handler.onElement(name, attributes, decodeEntities(text.slice(start, bracket)));
      return bracket + name.length + '</>'.length;
    }
    this.#handler.onOpen(name, attributes);
    return start;
  }

  #readAttributes(text: string, start: number, end: number): Attributes | undefined {
    const attributes = new Attributes();
    let at = start;
    for (;;) {
      const before = at;
      while (at < end && isBlank(text.charCodeAt(at))) at += 1;
      if (at === end) return attributes;
      const equals = text.indexOf('=', at);
      if (at === before || equals < 0 || equals >= end) return undefined;
      const name = this.#attributeName(text.slice(at, equals));
      const quote = text.charCodeAt(equals + 1);
      if (name === undefined || (quote !== 0x22 && quote !== 0x27)) return undefined;
      const valueEnd = text.indexOf(quote === 0x22 ? '"' : "'", equals + 2);
      if (valueEnd < 0 || valueEnd >= end) return undefined;
      attributes.add(name, decodeEntities(text.slice(equals + 2, valueEnd)));
      at = valueEnd + 1;
    }
  }

  #nameOf(name: string): string | undefined {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    if (!plainName.test(name)) return undefined;
    if (this.#names.size < mostNames) this.#names.set(name, name);
    return name;
  }

  #attributeName(name: string): string | undefined {
    const known = this.#attributeNames.get(name);
    if (known !== undefined) return known;
    if (!plainName.test(name)) return undefined;
    const lower = name.toLowerCase();
    if (this.#attributeNames.size < mostNames) this.#attributeNames.set(name, lower);
    return lower;
  }
}

function isEndTag(text: string, at: number, name: string): boolean {
  return (
    text.charCodeAt(at + 1) === 0x2f &&
    text.charCodeAt(at + 2 + name.length) === 0x3e &&
    text.startsWith(name, at + 2)
  );
}

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d;
