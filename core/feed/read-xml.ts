import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { decodeEntities, longestReference } from './decode-entities.ts';

/** Attributes of one start tag: names in lower case, with their prefix; the first of equals wins. */
export class Attributes {
  readonly names: string[] = [];
  readonly values: string[] = [];

  /** Whether `xmlns…` or `xml:…` is among them: few tags have these, and all would be searched for them. */
  hasReserved = false;

  add(name: string, value: string): void {
    if (name.startsWith('xml')) this.hasReserved = true;
    this.names.push(name);
    this.values.push(value);
  }

  get(name: string): string | undefined {
    const index = this.names.indexOf(name);
    return index < 0 ? undefined : this.values[index];
  }
}

export interface XmlHandler {
  /** While false, text is passed over without being cut out of the document. */
  readonly wantsText: boolean;
  onOpen(name: string, attributes: Attributes): void;
  onClose(name: string): void;
  /** A piece of text with its references decoded; CDATA comes as it stands. */
  onText(text: string): void;
}

export interface XmlReader {
  write(text: string): void;
  /** Delivers what is left. True when the document stops inside a tag, a comment or a CDATA section. */
  end(): boolean;
}

const noAttributes = new Attributes();
/** More than any real tag has; an attacker's million is not worth keeping. */
const mostAttributes = 200;

const cdata = { start: '<![CDATA[', end: ']]>' };
const comment = { start: '<!--', end: '-->' };
type Section = typeof cdata;

/**
 * Streaming reader of XML as it is found in the wild: htmlparser2's tokenizer in XML mode, without its tree of open
 * elements (ours is in `feed-reader.ts`, bounded in depth) and without entity expansion of any kind. Nine tenths of a feed
 * are text and CDATA, whose ends `indexOf` finds many times faster: the tokenizer is given the tags between.
 */
export function createXmlReader(handler: XmlHandler): XmlReader {
  return new ChunkedXmlReader(handler);
}

class ChunkedXmlReader implements XmlReader {
  readonly #handler: XmlHandler;
  readonly #tags: TagEvents;
  readonly #tokenizer: Tokenizer;
  /** The end of a piece whose meaning the next piece decides. */
  #held = '';
  /** The CDATA section or comment that is open. */
  #section: Section | undefined;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
    this.#tags = new TagEvents(handler);
    this.#tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, this.#tags);
  }

  write(text: string): void {
    const piece = this.#held === '' ? text : this.#held + text;
    this.#held = '';
    let at = 0;
    while (at < piece.length) {
      if (this.#section) at = this.#readSection(this.#section, piece, at);
      else if (this.#tags.isInTag) at = this.#readRest(piece, at);
      else if (piece.charCodeAt(at) === 0x3c) at = this.#readTag(piece, at);
      else at = this.#readText(piece, at);
    }
  }

  end(): boolean {
    const isCut = this.#section !== undefined || this.#tags.isInTag || this.#held.startsWith('<');
    if (this.#held !== '' && this.#section !== comment && this.#handler.wantsText)
      this.#handler.onText(this.#held);
    if (this.#tags.isInTag) this.#tokenizer.end();
    return isCut;
  }

  #readText(piece: string, start: number): number {
    const found = piece.indexOf('<', start);
    const end = found < 0 ? piece.length : found;
    if (!this.#handler.wantsText) return end;
    let text = piece.slice(start, end);
    if (found < 0) {
      const ampersand = text.lastIndexOf('&');
      if (ampersand >= 0 && text.length - ampersand <= longestReference && !text.includes(';', ampersand)) {
        this.#held = text.slice(ampersand);
        text = text.slice(0, ampersand);
      }
    }
    this.#handler.onText(decodeEntities(text));
    return end;
  }

  #readTag(piece: string, start: number): number {
    if (piece.charCodeAt(start + 1) === 0x21 || piece.length - start < 2) {
      for (const section of [cdata, comment]) {
        if (piece.startsWith(section.start, start)) {
          this.#section = section;
          return start + section.start.length;
        }
        if (section.start.startsWith(piece.slice(start))) {
          this.#held = piece.slice(start);
          return piece.length;
        }
      }
    }
    const close = piece.indexOf('>', start);
    const end = close < 0 ? piece.length : close + 1;
    if (close < 0 || !this.#readPlainTag(piece, start, close)) this.#give(piece.slice(start, end));
    return end;
  }

  /** `<name>` and `</name>` are four tags of five, and nothing in them needs a tokenizer. */
  #readPlainTag(piece: string, start: number, close: number): boolean {
    const isEnd = piece.charCodeAt(start + 1) === 0x2f;
    const nameStart = isEnd ? start + 2 : start + 1;
    if (!isPlainName(piece, nameStart, close)) return false;
    const name = piece.slice(nameStart, close);
    if (isEnd) this.#handler.onClose(name);
    else this.#handler.onOpen(name, noAttributes);
    return true;
  }

  /**
   * A tag whose end the next piece brings ends at its first `>`; one that does not end there is rare (`>` in an attribute),
   * and the tokenizer takes all there is.
   */
  #readRest(piece: string, start: number): number {
    const end = start === 0 ? piece.indexOf('>') + 1 || piece.length : piece.length;
    this.#give(piece.slice(start, end));
    return end;
  }

  #give(text: string): void {
    this.#tags.begin(text);
    this.#tokenizer.write(text);
    this.#tags.pause();
  }

  #readSection(section: Section, piece: string, start: number): number {
    const found = piece.indexOf(section.end, start);
    // The end may itself be cut: its last two characters wait for the next piece.
    const end = found < 0 ? Math.max(start, piece.length - section.end.length + 1) : found;
    if (section === cdata && end > start && this.#handler.wantsText)
      this.#handler.onText(piece.slice(start, end));
    if (found < 0) {
      this.#held = piece.slice(end);
      return piece.length;
    }
    this.#section = undefined;
    return end + section.end.length;
  }
}

/** ASCII letters, and after the first also digits and `-.:_`: no blank, quote, slash, `=`, `?`, `!` or `<`. */
function isPlainName(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    const isLetter = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
    if (isLetter) continue;
    const isOther = (unit >= 0x2d && unit <= 0x3a && unit !== 0x2f) || unit === 0x5f;
    if (!isOther || index === start) return false;
  }
  return end > start;
}

/** Makes elements of what the tokenizer finds in the text it is given; indexes count only that text. */
class TagEvents implements TokenizerCallbacks {
  /** Whether the text given so far stops inside a tag. */
  isInTag = false;
  readonly #handler: XmlHandler;
  readonly #lowerNames = new Map<string, string>();
  /** Text given and not yet delivered, and the index at which it begins. */
  #given = '';
  #start = 0;
  /** Everything before this index has been delivered. */
  #done = 0;
  #name = '';
  #attributes = noAttributes;
  #attributeName = '';
  #attributeValue = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  begin(text: string): void {
    if (this.#awaitsTagEnd) {
      const close = text.indexOf('>');
      this.#awaitsTagEnd = close < 0;
      if (close >= 0) this.#done = this.#start + this.#given.length + close + 1;
    }
    this.#given = this.#given === '' ? text : this.#given + text;
  }

  pause(): void {
    const end = this.#start + this.#given.length;
    this.isInTag = this.#done < end || this.#isInValue || this.#awaitsTagEnd;
    if (this.#done < end) return;
    this.#given = '';
    this.#start = end;
  }

  #isInValue = false;
  /** An end tag whose name is over, but whose `>` is still to come. */
  #awaitsTagEnd = false;

  #slice(start: number, end: number): string {
    return this.#given.slice(start - this.#start, end - this.#start);
  }

  ontext(start: number, end: number): void {
    this.#done = end;
    if (this.#handler.wantsText) this.#handler.onText(decodeEntities(this.#slice(start, end)));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.#done = end + 1;
    if (this.#handler.wantsText) this.#handler.onText(this.#slice(start, end - endOffset));
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#slice(start, end);
    this.#attributes = noAttributes;
  }

  onattribname(start: number, end: number): void {
    const name = this.#slice(start, end);
    let lower = this.#lowerNames.get(name);
    if (lower === undefined) {
      lower = name.toLowerCase();
      if (this.#lowerNames.size < 500) this.#lowerNames.set(name, lower);
    }
    this.#attributeName = lower;
    this.#attributeValue = '';
    this.#isInValue = true;
  }

  onattribdata(start: number, end: number): void {
    const data = this.#slice(start, end);
    this.#attributeValue = this.#attributeValue === '' ? data : this.#attributeValue + data;
    this.#done = end;
  }

  onattribend(): void {
    if (this.#attributes === noAttributes) this.#attributes = new Attributes();
    if (this.#attributes.names.length < mostAttributes) {
      this.#attributes.add(this.#attributeName, decodeEntities(this.#attributeValue));
    }
    this.#isInValue = false;
  }

  onopentagend(end: number): void {
    this.#done = end + 1;
    this.#handler.onOpen(this.#name, this.#attributes);
  }

  onselfclosingtag(end: number): void {
    this.#done = end + 1;
    this.#handler.onOpen(this.#name, this.#attributes);
    this.#handler.onClose(this.#name);
  }

  onclosetag(start: number, end: number): void {
    // In `</b >` the name ends before the tag does, and the tokenizer says no more.
    const close = this.#given.indexOf('>', end - this.#start);
    this.#awaitsTagEnd = close < 0;
    this.#done = close < 0 ? end + 1 : this.#start + close + 1;
    this.#handler.onClose(this.#slice(start, end).trimEnd());
  }

  oncomment(_start: number, end: number): void {
    this.#done = end + 1;
  }

  ondeclaration(_start: number, end: number): void {
    this.#done = end + 1;
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.#done = end + '?>'.length;
  }

  onattribentity(): void {
    // The tokenizer is told to leave references alone.
  }

  ontextentity(): void {
    // The tokenizer is told to leave references alone.
  }

  onend(): void {
    // ChunkedXmlReader.end() knows whether anything was cut.
  }
}
