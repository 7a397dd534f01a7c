import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { decodeEntities, longestReference } from './decode-entities.ts';

/** Attributes of one start tag: names in lower case, with their prefix; the first of equals wins. */
export class Attributes {
  readonly names: string[] = [];
  readonly values: string[] = [];

  add(name: string, value: string): void {
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

/**
 * Streaming reader of XML as it is found in the wild: htmlparser2's tokenizer in XML mode, without its tree of open
 * elements (ours is in `feed-reader.ts`, bounded in depth) and without entity expansion of any kind.
 */
export function createXmlReader(handler: XmlHandler): XmlReader {
  const events = new XmlEvents(handler);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, events);
  return {
    write: (text) => {
      events.addText(text);
      tokenizer.write(text);
      events.dropRead();
    },
    end: () => {
      tokenizer.end();
      return events.finish();
    },
  };
}

class XmlEvents implements TokenizerCallbacks {
  readonly #handler: XmlHandler;
  /** Text given and not yet passed over; sections may begin in one piece and end in a later one. */
  #pieces: string[] = [];
  /** Index in the document of the first kept piece, and of the end of the last. */
  #start = 0;
  #end = 0;
  /** Everything before this index has been delivered. */
  #done = 0;
  #name = '';
  #attributes = noAttributes;
  #attributeName = '';
  #attributeValue = '';
  /** An `&` at the very end of a piece of text waits here for the rest of its reference. */
  #splitReference = '';
  /** The tokenizer gives the rest of an unclosed comment or CDATA section without the end it would otherwise name. */
  #isCutShort = false;
  readonly #lowerNames = new Map<string, string>();

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  addText(text: string): void {
    this.#pieces.push(text);
    this.#end += text.length;
  }

  dropRead(): void {
    while (this.#pieces.length > 0) {
      const length = this.#pieces[0]!.length;
      if (this.#start + length > this.#done) return;
      this.#pieces.shift();
      this.#start += length;
    }
  }

  finish(): boolean {
    this.#flushReference();
    return this.#isCutShort || this.#done < this.#end;
  }

  #slice(start: number, end: number): string {
    if (this.#pieces.length === 1) return this.#pieces[0]!.slice(start - this.#start, end - this.#start);
    let text = '';
    let pieceStart = this.#start;
    for (const piece of this.#pieces) {
      const pieceEnd = pieceStart + piece.length;
      if (pieceEnd > start && pieceStart < end) {
        text += piece.slice(Math.max(0, start - pieceStart), end - pieceStart);
      }
      pieceStart = pieceEnd;
    }
    return text;
  }

  ontext(start: number, end: number): void {
    this.#done = end;
    if (!this.#handler.wantsText) return;
    let text = this.#slice(start, end);
    if (this.#splitReference !== '') {
      text = this.#splitReference + text;
      this.#splitReference = '';
    }
    if (end === this.#end) {
      const ampersand = text.lastIndexOf('&');
      if (ampersand >= 0 && text.length - ampersand <= longestReference && !text.includes(';', ampersand)) {
        this.#splitReference = text.slice(ampersand);
        text = text.slice(0, ampersand);
      }
    }
    this.#handler.onText(decodeEntities(text));
  }

  #flushReference(): void {
    if (this.#splitReference === '') return;
    const text = this.#splitReference;
    this.#splitReference = '';
    if (this.#handler.wantsText) this.#handler.onText(text);
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.#flushReference();
    this.#done = end + 1;
    this.#isCutShort = endOffset === 0;
    if (this.#handler.wantsText) this.#handler.onText(this.#slice(start, end - endOffset));
  }

  onopentagname(start: number, end: number): void {
    this.#flushReference();
    this.#done = end;
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
    this.#done = end;
  }

  onattribdata(start: number, end: number): void {
    this.#attributeValue += this.#slice(start, end);
    this.#done = end;
  }

  onattribend(_quote: number, end: number): void {
    if (this.#attributes === noAttributes) this.#attributes = new Attributes();
    if (this.#attributes.names.length < mostAttributes) {
      this.#attributes.add(this.#attributeName, decodeEntities(this.#attributeValue));
    }
    this.#done = end;
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
    this.#flushReference();
    this.#done = end + 1;
    this.#handler.onClose(this.#slice(start, end).trimEnd());
  }

  oncomment(_start: number, end: number, endOffset: number): void {
    this.#done = end + 1;
    this.#isCutShort = endOffset === 0;
  }

  ondeclaration(_start: number, end: number): void {
    this.#done = end + 1;
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.#done = end + 1;
  }

  onattribentity(): void {
    // The tokenizer is told to leave references alone.
  }

  ontextentity(): void {
    // The tokenizer is told to leave references alone.
  }

  onend(): void {
    // finish() looks at what is left.
  }
}
