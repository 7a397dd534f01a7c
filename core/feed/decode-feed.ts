import type { BufferModule } from './decode-with-buffer.ts';
import { declaredEncoding, detectedEncoding, type DetectedEncoding } from './detect-encoding.ts';
import { joinBytes, LabelDecoder, type TextStream } from './text-stream.ts';
import { Utf32Decoder } from './decode-utf32.ts';
import { Utf8FirstDecoder } from './decode-utf8-first.ts';

export interface FeedDecoderOptions {
  /** The Content-Type header. */
  readonly contentType?: string | undefined;
  /** `encoding-unknown`, `encoding-guessed`, `encoding-mislabelled`, `encoding-broken`, with the label as detail. */
  readonly onWarning: (code: string, detail: string) => void;
  /** Node's `buffer`, where there is one: UTF-8 is read faster with it, and to the same text. */
  readonly buffer?: BufferModule | undefined;
}

/** The XML declaration stands in the first bytes; more are not waited for. */
const sniffedBytes = 1024;

/**
 * Decodes a feed (or an OPML list) of unknown encoding. Trust, in this order: byte order mark, pattern of zero bytes,
 * charset of the HTTP header, XML declaration, UTF-8. A label that the bytes contradict is mended with a warning.
 */
export function createFeedDecoder(options: FeedDecoderOptions): TextStream {
  return new FeedDecoder(options);
}

class FeedDecoder implements TextStream {
  readonly #options: FeedDecoderOptions;
  #stream: TextStream | undefined;
  #start = new Uint8Array(0);

  constructor(options: FeedDecoderOptions) {
    this.#options = options;
  }

  decode(bytes: Uint8Array): string {
    if (this.#stream) return this.#stream.decode(bytes);
    const start = this.#start.length === 0 ? bytes : joinBytes(this.#start, bytes);
    if (start.length < sniffedBytes) {
      this.#start = start.slice();
      return '';
    }
    return this.#begin(start);
  }

  end(): string {
    const text = this.#stream ? '' : this.#begin(this.#start);
    return text + (this.#stream?.end() ?? '');
  }

  #begin(start: Uint8Array): string {
    this.#start = new Uint8Array(0);
    const detected = detectedEncoding(start);
    this.#stream = detected ? this.#detectedStream(detected) : this.#declaredStream(start);
    return this.#stream.decode(detected ? start.subarray(detected.markBytes) : start);
  }

  #detectedStream({ label }: DetectedEncoding): TextStream {
    const { buffer } = this.#options;
    if (label === 'utf-32le' || label === 'utf-32be') return new Utf32Decoder(label === 'utf-32le');
    if (label === 'utf-8')
      return new Utf8FirstDecoder({ label, secondLabel: undefined, onWarning: () => undefined, buffer });
    return new LabelDecoder(label);
  }

  #declaredStream(start: Uint8Array): TextStream {
    const { contentType, onWarning, buffer } = this.#options;
    const labels = [charsetOf(contentType), declaredEncoding(start)].filter((label) => label !== undefined);
    const known = labels.map(knownLabel).filter((label) => label !== undefined);
    const unknown = labels.find((label) => knownLabel(label) === undefined);
    if (unknown !== undefined && known.length === 0) onWarning('encoding-unknown', unknown);
    // A declaration of two-byte units that could be read byte by byte has refuted itself.
    const [label = 'utf-8', second] = known.filter((name) => !name.startsWith('utf-16'));
    if (isMultiByte(label)) return new LabelDecoder(label);
    return new Utf8FirstDecoder({ label, secondLabel: second, onWarning, buffer });
  }
}

/** Their text is hardly ever valid UTF-8 by chance, but a few words of it can be: the label is trusted. */
const isMultiByte = (label: string): boolean => /^(?:gb|big5|euc-|shift_jis|iso-2022-jp)/.test(label);

function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? '')?.[1];
}

/** Name of the encoding in the Encoding Standard; `utf_8` and `cp1251` are written too. */
function knownLabel(label: string): string | undefined {
  for (const spelling of [label, label.replaceAll('_', '-'), label.replace(/^cp-?(?=\d)/i, 'windows-')]) {
    try {
      return new TextDecoder(spelling).encoding;
    } catch {
      // Not a label of the standard: the next spelling may be.
    }
  }
  return undefined;
}
