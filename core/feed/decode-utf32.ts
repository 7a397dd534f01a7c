import type { TextStream } from './text-stream.ts';

/** UTF-32, which the Encoding Standard and so TextDecoder leave out. */
export class Utf32Decoder implements TextStream {
  readonly #isLittleEndian: boolean;
  /** Bytes of a unit that the next piece completes. */
  #unit = 0;
  #bytesInUnit = 0;

  constructor(isLittleEndian: boolean) {
    this.#isLittleEndian = isLittleEndian;
  }

  decode(bytes: Uint8Array): string {
    let text = '';
    for (const byte of bytes) {
      const shift = this.#isLittleEndian ? this.#bytesInUnit * 8 : 24 - this.#bytesInUnit * 8;
      this.#unit += byte * 2 ** shift;
      this.#bytesInUnit += 1;
      if (this.#bytesInUnit < 4) continue;
      text += isCharacter(this.#unit) ? String.fromCodePoint(this.#unit) : '\ufffd';
      this.#unit = 0;
      this.#bytesInUnit = 0;
    }
    return text;
  }

  end(): string {
    return this.#bytesInUnit > 0 ? '\ufffd' : '';
  }
}

const isCharacter = (unit: number): boolean => unit <= 0x10ffff && !(unit >= 0xd800 && unit <= 0xdfff);
