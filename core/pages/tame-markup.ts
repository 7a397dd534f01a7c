import { emptyElements, type Attributes } from '../transcript/html-events.ts';
import { escapeHtml } from './escape-html.ts';

/** Deeper elements lose their tags and keep their text: what reads the tree goes down it by recursion. */
const deepest = 100;
/** More of either is no article; the rest of the page is left out. */
const mostElements = 25_000;
const mostText = 1_500_000;
const longestAttribute = 4_000;

const blocks = new Set(
  (
    'address article aside blockquote center details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hr li main ol p pre section table ul'
  ).split(' '),
);
/** An element on the left ends an open one on its right, as far up as `within`. */
const ends: Readonly<
  Record<string, { readonly ended: readonly string[]; readonly within: readonly string[] }>
> = {
  li: { ended: ['li'], within: ['ul', 'ol'] },
  dt: { ended: ['dt', 'dd'], within: ['dl'] },
  dd: { ended: ['dt', 'dd'], within: ['dl'] },
  tr: { ended: ['tr'], within: ['table'] },
  td: { ended: ['td', 'th'], within: ['table', 'tr'] },
  th: { ended: ['td', 'th'], within: ['table', 'tr'] },
};
/** A paragraph is looked for behind so many open elements. */
const lookedBehind = 20;

interface OpenElement {
  readonly name: string;
  /** Its tag is in the markup. */
  readonly isWritten: boolean;
}

/**
 * Writes markup that every parser reads alike: each tag closed in order, no deeper than an article needs, entities for what
 * could be taken for a tag, no more than a page can sensibly hold.
 */
export class TameMarkup {
  private readonly open: OpenElement[] = [];
  /** How many elements of a name are open: an end that matches none must not search them all. */
  private readonly openCounts = new Map<string, number>();
  private readonly parts: string[] = [];
  private depth = 0;
  private elements = 0;
  private textLength = 0;

  element(name: string, attributes: Attributes): void {
    this.endImplied(name);
    const isEmpty = emptyElements.has(name);
    const isWritten = this.depth < deepest && this.elements < mostElements;
    if (isWritten) {
      this.elements += 1;
      this.parts.push(`<${name}${written(attributes)}${isEmpty ? '/>' : '>'}`);
      if (!isEmpty) this.depth += 1;
    }
    if (isEmpty) return;
    this.open.push({ name, isWritten });
    this.openCounts.set(name, (this.openCounts.get(name) ?? 0) + 1);
  }

  text(text: string): void {
    if (this.textLength >= mostText) return;
    this.textLength += text.length;
    this.parts.push(escapeHtml(text));
  }

  /** The innermost open element of that name ends, with all inside it. Unknown names are passed over. */
  close(name: string): void {
    if (!this.openCounts.get(name)) return;
    this.closeTo(this.open.findLastIndex((element) => element.name === name));
  }

  finish(): string {
    this.closeTo(0);
    return this.parts.join('');
  }

  /** A paragraph ends where a block begins, an item where the next one does. */
  private endImplied(name: string): void {
    const rule = blocks.has(name) ? { ended: ['p'], within: [] } : undefined;
    for (const { ended, within } of [rule, ends[name]].filter((one) => one !== undefined)) {
      const last = Math.max(0, this.open.length - lookedBehind);
      for (let at = this.open.length - 1; at >= last; at -= 1) {
        const opened = this.open[at]?.name ?? '';
        if (ended.includes(opened)) {
          this.closeTo(at);
          break;
        }
        if (within.includes(opened) || (within.length === 0 && blocks.has(opened))) break;
      }
    }
  }

  private closeTo(length: number): void {
    while (this.open.length > length) {
      const element = this.open.pop();
      if (element === undefined) return;
      this.openCounts.set(element.name, (this.openCounts.get(element.name) ?? 1) - 1);
      if (!element.isWritten) continue;
      this.depth -= 1;
      this.parts.push(`</${element.name}>`);
    }
  }
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value.length <= longestAttribute)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}
