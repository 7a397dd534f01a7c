/** Bytes in, text out, in pieces of any size; `end` gives what was kept back. */
export interface TextStream {
  decode(bytes: Uint8Array): string;
  end(): string;
}

/** Trusts a label of the Encoding Standard. */
export class LabelDecoder implements TextStream {
  readonly #decoder: TextDecoder;

  constructor(label: string) {
    this.#decoder = new TextDecoder(label, { ignoreBOM: true });
  }

  decode(bytes: Uint8Array): string {
    return this.#decoder.decode(bytes, { stream: true });
  }

  end(): string {
    return this.#decoder.decode();
  }
}

export function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
