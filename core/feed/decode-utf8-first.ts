import { decodeWithBuffer, type BufferModule } from './decode-with-buffer.ts';
import { joinBytes, LabelDecoder, type TextStream } from './text-stream.ts';
import { guessCyrillicOrWestern } from './guess-encoding.ts';

export interface Utf8FirstOptions {
  /** What the feed claims: utf-8 or a single-byte encoding. */
  readonly label: string;
  /** What it claims elsewhere, less trusted. */
  readonly secondLabel: string | undefined;
  readonly onWarning: (code: string, detail: string) => void;
  readonly buffer?: BufferModule | undefined;
}

/** Bytes looked at before a contradiction is judged. */
const evidenceBytes = 16_384;

/**
 * Reads UTF-8 whatever the label says for as long as the bytes are valid UTF-8: text of another encoding hardly ever is, so
 * a valid sequence proves more than a label. At the first invalid one it collects evidence and then stays with UTF-8
 * (replacing what is broken), or goes over to the single-byte encoding of the label or of a guess.
 */
export class Utf8FirstDecoder implements TextStream {
  readonly #options: Utf8FirstOptions;
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** Set when the judgement is made. */
  #decided: TextStream | undefined;
  /** An incomplete sequence, or the evidence. */
  #held: Uint8Array = new Uint8Array(0);
  #isInDoubt = false;
  #hasSequences = false;

  constructor(options: Utf8FirstOptions) {
    this.#options = options;
  }

  decode(bytes: Uint8Array): string {
    if (this.#decided) return this.#decided.decode(bytes);
    const held = this.#held.length > 0 ? joinBytes(this.#held, bytes) : bytes;
    if (!this.#isInDoubt) {
      const complete = completeLength(held);
      const text = this.#tryUtf8(held.subarray(0, complete));
      if (text !== undefined) {
        this.#held = held.slice(complete);
        return text;
      }
      this.#isInDoubt = true;
    }
    this.#held = held.slice();
    return this.#held.length >= evidenceBytes ? this.#judge() : '';
  }

  end(): string {
    const text = this.#held.length > 0 ? this.#judge() : '';
    return text + (this.#decided?.end() ?? '');
  }

  #tryUtf8(bytes: Uint8Array): string | undefined {
    const { buffer } = this.#options;
    const text = buffer ? decodeWithBuffer(bytes, buffer) : this.#decodeStrictly(bytes);
    if (!this.#hasSequences && text !== undefined && text.length !== bytes.length) this.#noteSequences();
    return text;
  }

  #decodeStrictly(bytes: Uint8Array): string | undefined {
    try {
      return this.#utf8.decode(bytes);
    } catch {
      return undefined;
    }
  }

  #noteSequences(): void {
    this.#hasSequences = true;
    if (this.#options.label !== 'utf-8') this.#options.onWarning('encoding-mislabelled', this.#options.label);
  }

  #judge(): string {
    const { label, secondLabel, onWarning } = this.#options;
    const held = this.#held;
    this.#held = new Uint8Array(0);
    const { valid, invalid } = countSequences(held);
    if (valid > invalid || (this.#hasSequences && valid >= invalid)) {
      onWarning('encoding-broken', 'utf-8');
      this.#decided = new LabelDecoder('utf-8');
    } else {
      const other = label !== 'utf-8' ? label : (secondLabel ?? guessCyrillicOrWestern(held));
      if (label === 'utf-8') onWarning('encoding-guessed', other);
      this.#decided = new LabelDecoder(other);
    }
    return this.#decided.decode(held);
  }
}

/** Length without an incomplete sequence at the end. */
function completeLength(bytes: Uint8Array): number {
  const last = bytes.length - 1;
  for (let back = 0; back < 3 && back <= last; back += 1) {
    const byte = bytes[last - back]!;
    if (byte >= 0xc0) return sequenceLength(byte) > back + 1 ? last - back : bytes.length;
    if (byte < 0x80) return bytes.length;
  }
  return bytes.length;
}

const sequenceLength = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

function countSequences(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index]!;
    index += 1;
    if (byte < 0x80) continue;
    const following = byte >= 0xc2 && byte <= 0xf4 ? sequenceLength(byte) - 1 : 0;
    let found = 0;
    while (found < following && (bytes[index + found] ?? 0) >> 6 === 2) found += 1;
    if (following > 0 && found === following) {
      valid += 1;
      index += following;
    } else {
      invalid += 1;
    }
  }
  return { valid, invalid };
}
