import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { Attributes, noAttributes } from './attributes.ts';
import { decodeEntities, longestReference } from './decode-entities.ts';
import { PlainElements, type ElementHandler } from './read-plain-element.ts';

export interface XmlHandler extends ElementHandler {
  /** While false, text is passed over without being cut out of the document. */
  readonly wantsText: boolean;
  /** A piece of text with its references decoded; CDATA comes as it stands. */
  onText(text: string): void;
}

export interface XmlReader {
  write(text: string): void;
  /** Delivers what is left. True when the document stops inside a tag, a comment or a CDATA section. */
  end(): boolean;
}

const cdata = { start: '<![CDATA[', end: ']]>' };
const comment = { start: '<!--', end: '-->' };
type Section = typeof cdata;

/**
 * Streaming reader of XML as it is found in the wild: htmlparser2's tokenizer in XML mode, without its tree of open
 * elements (ours is in `feed-reader.ts`, bounded in depth) and without entity expansion of any kind. Nine tenths of a feed
 * are text and CDATA, whose ends `indexOf` finds many times faster, and nearly all elements are plain (`read-plain-element.ts`): the
 * tokenizer is given the rest.
 */
export function createXmlReader(handler: XmlHandler): XmlReader {
  return new ChunkedXmlReader(handler);
}

class ChunkedXmlReader implements XmlReader {
  readonly #handler: XmlHandler;
  readonly #plainElements: PlainElements;
  readonly #tags: TagEvents;
  readonly #tokenizer: Tokenizer;
  /** The end of a piece whose meaning the next piece decides. */
  #held = '';
  /** The CDATA section or comment that is open. */
  #section: Section | undefined;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
    this.#plainElements = new PlainElements(handler);
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
    const plainEnd = close < 0 ? -1 : this.#plainElements.read(piece, start, close);
    if (plainEnd >= 0) return plainEnd;
    const end = close < 0 ? piece.length : close + 1;
    this.#give(piece.slice(start, end));
    return end;
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
    this.#attributes.add(this.#attributeName, decodeEntities(this.#attributeValue));
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
