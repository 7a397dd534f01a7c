import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export interface HtmlHandler {
  /** `language` is the element's `lang`, where it has one. */
  open(name: string, language: string): void;
  text(text: string): void;
  /** Also called for elements that end because one around them ends. */
  close(name: string): void;
}

const emptyElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Reads HTML as events: entities decoded, names in lower case, comments left out, every close matched to an open. The
 * library's own `Parser` takes time in the square of the nesting depth, which a hostile page can make any size.
 */
export function readHtml(html: string, handler: HtmlHandler): void {
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, new HtmlEvents(html, handler));
  tokenizer.write(html);
  tokenizer.end();
}

/** Says nothing that a reader of words needs. */
function ignored(): void {
  return undefined;
}

class HtmlEvents implements TokenizerCallbacks {
  private readonly openNames: string[] = [];
  /** How many elements of a name are open: a close that matches none must not search the whole stack. */
  private readonly openCounts = new Map<string, number>();
  private name = '';
  private attribute = '';
  private language = '';

  constructor(
    private readonly html: string,
    private readonly handler: HtmlHandler,
  ) {}

  ontext(start: number, end: number): void {
    this.handler.text(this.html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.handler.text(String.fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase();
    this.language = '';
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.html.slice(start, end).toLowerCase();
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute === 'lang') this.language += this.html.slice(start, end);
  }

  onopentagend(): void {
    const { name } = this;
    if (!emptyElements.has(name)) {
      this.openNames.push(name);
      this.openCounts.set(name, (this.openCounts.get(name) ?? 0) + 1);
    }
    this.handler.open(name, this.language);
  }

  /** `<p/>` is `<p>` in HTML. */
  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    if (!this.openCounts.get(name)) return;
    for (let closed = ''; closed !== name;) closed = this.closeInnermost();
  }

  onend(): void {
    while (this.openNames.length > 0) this.closeInnermost();
  }

  private closeInnermost(): string {
    const name = this.openNames.pop() ?? '';
    this.openCounts.set(name, (this.openCounts.get(name) ?? 1) - 1);
    this.handler.close(name);
    return name;
  }

  readonly onattribentity = ignored;
  readonly onattribend = ignored;
  readonly oncdata = ignored;
  readonly oncomment = ignored;
  readonly ondeclaration = ignored;
  readonly onprocessinginstruction = ignored;
}
