import { sniffAudio, sniffBytes } from '../../../core/audio/sniff-audio.ts';
import { resumableValidators } from '../../../core/download/accept-response.ts';
import type { PartValidators } from '../../../core/download/accept-response.ts';
import { AppFailure } from '../app-failure.ts';
import { errorFromStatus } from '../network/network-error.ts';
import type { OpenedUrl, OpenUrl } from '../network/open-url.ts';
import type { ByteReader, ByteSource, StreamFacts } from './byte-source.ts';
import { RangeReader, requestRecording } from './range-reader.ts';
import type { RemoteRecording } from './range-reader.ts';
import { requireAudio } from './require-audio.ts';

interface Beginning {
  readonly facts: StreamFacts;
  readonly validators: PartValidators;
  readonly head: Uint8Array;
  readonly opened: OpenedUrl;
  readonly chunks: AsyncIterator<Uint8Array>;
}

/**
 * A recording that is played without being kept. The first answer is all there is, unless a validator lets us ask for parts of the
 * same recording: then places far ahead can be asked for, and a broken connection is taken up again.
 */
export class PassingSource implements ByteSource {
  private begun: Promise<Beginning> | null = null;
  private isTaken = false;
  /** The first answer outlives the request that opened it; the source ends it when it is replaced. */
  private readonly life = new AbortController();

  constructor(
    private readonly openUrl: OpenUrl,
    private readonly recording: Pick<RemoteRecording, 'url' | 'feedUrl' | 'allowPlain'>,
  ) {}

  async facts(): Promise<StreamFacts> {
    return (await this.begin()).facts;
  }

  reader(signal: AbortSignal): ByteReader {
    const reading = AbortSignal.any([signal, this.life.signal]);
    let ranges: RangeReader | null = null;
    return {
      read: async (at) => {
        ranges ??= await this.ranges(reading, at);
        return ranges.read(at);
      },
      close: async () => {
        await ranges?.close();
      },
    };
  }

  /** Nobody listens any more. */
  close(): void {
    this.life.abort();
  }

  /** The first reader from the start goes on with the first answer. */
  private async ranges(signal: AbortSignal, at: number): Promise<RangeReader> {
    const { validators, head, opened, chunks } = await this.begin();
    const ranges = new RangeReader(this.openUrl, { ...this.recording, validators }, signal);
    if (at === 0 && !this.isTaken) {
      this.isTaken = true;
      ranges.continueWith(opened, startingWith(head, chunks), 0);
    }
    return ranges;
  }

  private begin(): Promise<Beginning> {
    this.begun ??= this.open().catch((cause: unknown) => {
      this.begun = null;
      throw cause;
    });
    return this.begun;
  }

  private async open(): Promise<Beginning> {
    const { signal } = this.life;
    const opened = await this.openUrl(requestRecording(this.recording, { signal }));
    try {
      if (opened.status !== 200) throw new AppFailure(errorFromStatus(opened.status, null));
      const chunks = opened.body[Symbol.asyncIterator]();
      const head = await takeHead(chunks);
      const kind = sniffAudio(head);
      requireAudio(kind);
      const { etag, 'last-modified': lastModified, date } = opened.headers;
      const total = totalOf(opened);
      const validators = {
        ...resumableValidators({ etag, lastModified, date }),
        expectedTotal: total,
      };
      const takesRanges = opened.headers['accept-ranges']?.toLowerCase().includes('bytes') === true;
      const isSure = (validators.etag ?? validators.lastModified) !== undefined;
      return {
        facts: { kind, total, canJump: total !== undefined && takesRanges && isSure },
        validators,
        head,
        opened,
        chunks,
      };
    } catch (cause) {
      opened.close();
      throw cause;
    }
  }
}

async function takeHead(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  for (let bytes = 0; bytes < sniffBytes;) {
    const next = await chunks.next();
    if (next.done === true) break;
    taken.push(next.value);
    bytes += next.value.byteLength;
  }
  return Buffer.concat(taken);
}

function startingWith(head: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncIterator<Uint8Array> {
  let isGiven = head.byteLength === 0;
  return {
    next: () => {
      if (isGiven) return chunks.next();
      isGiven = true;
      return Promise.resolve({ done: false, value: head });
    },
  };
}

function totalOf({ headers }: OpenedUrl): number | undefined {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  const length = headers['content-length'];
  if (coding !== '' && coding !== 'identity') return undefined;
  return length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}
