import { resolveAddress, resolveAnyTransport } from './resolve-address.ts';

const canBeBase = /^(?:https?|earmark):/i;

/**
 * What references in a feed are relative to (RFC 3986 section 5.1): the nearest xml:base, else the address of the feed,
 * else (a feed read from a file) the web page of the show.
 */
export class AddressBase {
  readonly #address: string;
  readonly #pageOfShow: () => string | undefined;
  readonly #nested: { readonly depth: number; readonly base: string }[] = [];

  constructor(address: string, pageOfShow: () => string | undefined) {
    this.#address = canBeBase.test(address) ? address : '';
    this.#pageOfShow = pageOfShow;
  }

  /** An xml:base attribute of the element at this depth; it is itself relative to the one around it. */
  enter(base: string, depth: number): void {
    const resolved = this.resolve(base);
    if (resolved !== undefined) this.#nested.push({ depth, base: resolved });
  }

  leave(depth: number): void {
    if (this.#nested.length > 0 && this.#nested[this.#nested.length - 1]!.depth === depth) this.#nested.pop();
  }

  resolve(reference: string | undefined): string | undefined {
    return reference === undefined ? undefined : resolveAddress(reference, this.#current());
  }

  resolveAnyTransport(reference: string | undefined): string | undefined {
    return reference === undefined ? undefined : resolveAnyTransport(reference, this.#current());
  }

  #current(): string {
    const nested = this.#nested[this.#nested.length - 1];
    return nested?.base ?? (this.#address || (this.#pageOfShow() ?? ''));
  }
}
