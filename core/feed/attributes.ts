/** More than any real tag has; an attacker's million is not worth keeping. */
const mostAttributes = 200;

export interface Attribute {
  /** In lower case, with its prefix. */
  readonly name: string;
  readonly value: string;
}

/** A chain, because an array begins with room for 17 and most tags have one or two. */
interface Link extends Attribute {
  next: Link | undefined;
}

/** Attributes of one start tag, in their order; the first of equals wins. */
export class Attributes implements Iterable<Attribute> {
  #first: Link | undefined;
  #last: Link | undefined;
  #count = 0;

  /** Whether `xmlns…` or `xml:…` is among them: few tags have these, and all would be searched for them. */
  hasReserved = false;

  add(name: string, value: string): void {
    if (this.#count >= mostAttributes) return;
    const added: Link = { name, value, next: undefined };
    if (this.#last === undefined) this.#first = added;
    else this.#last.next = added;
    this.#last = added;
    this.#count += 1;
    if (name.startsWith('xml')) this.hasReserved = true;
  }

  get(name: string): string | undefined {
    for (let one = this.#first; one !== undefined; one = one.next) if (one.name === name) return one.value;
    return undefined;
  }

  *[Symbol.iterator](): Iterator<Attribute> {
    for (let one = this.#first; one !== undefined; one = one.next) yield one;
  }
}

/** Of a tag that has none. */
export const noAttributes: Attributes = new Attributes();
