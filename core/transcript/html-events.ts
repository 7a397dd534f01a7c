import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Values by name, both as HTML has them: names in lower case, entities decoded. */
export type Attributes = Readonly<Record<string, string>>;

export interface HtmlHandler {
  /** `attributes`: those of the element that were asked for. */
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  /** Also called for elements that end because one around them ends. */
  close(name: string): void;
}

/** Elements that have nothing inside. */
export const emptyElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

const onlyLanguage: ReadonlySet<string> = new Set(['lang']);
const noAttributes: Attributes = {};

/**
 * Reads HTML as events: entities decoded, names in lower case, comments left out, every close matched to an open, only the
 * `wanted` attributes told. The library's own `Parser` takes time in the square of the nesting depth, which a hostile page
 * can make any size.
 */
export function readHtml(html: string, handler: HtmlHandler, wanted = onlyLanguage): void {
  const events = new HtmlEvents(html, handler, wanted);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, events);
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
  private value = '';
  private attributes: Record<string, string> | undefined;

  constructor(
    private readonly html: string,
    private readonly handler: HtmlHandler,
    private readonly wanted: ReadonlySet<string>,
  ) {}

  ontext(start: number, end: number): void {
    this.handler.text(this.html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.handler.text(String.fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase();
    this.attributes = undefined;
  }

  onattribname(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    this.attribute = this.wanted.has(name) ? name : '';
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== '') this.value += this.html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    if (this.attribute !== '') this.value += String.fromCodePoint(codePoint);
  }

  /** Of two attributes of one name the first holds, as in every browser. */
  onattribend(): void {
    if (this.attribute === '') return;
    this.attributes ??= {};
    this.attributes[this.attribute] ??= this.value;
  }

  onopentagend(): void {
    const { name } = this;
    if (!emptyElements.has(name)) {
      this.openNames.push(name);
      this.openCounts.set(name, (this.openCounts.get(name) ?? 0) + 1);
    }
    this.handler.open(name, this.attributes ?? noAttributes);
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

  readonly oncdata = ignored;
  readonly oncomment = ignored;
  readonly ondeclaration = ignored;
  readonly onprocessinginstruction = ignored;
}
