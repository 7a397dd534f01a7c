import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { appError } from '../../../core/app-error.ts';
import type { PartValidators } from '../../../core/download/accept-response.ts';
import { endFrom } from '../../../core/download/byte-ranges.ts';
import { sniffAudio, sniffBytes } from '../../../core/audio/sniff-audio.ts';
import { chooseBytes } from '../../../core/streaming/choose-bytes.ts';
import { looksAtItsEnd } from '../../../core/streaming/looks-at-its-end.ts';
import { AppFailure } from '../app-failure.ts';
import type { PartFile } from '../downloads/part-file.ts';
import type { OpenUrl } from '../network/open-url.ts';
import type { ByteReader, ByteSource, StreamFacts } from './byte-source.ts';
import { RangeReader } from './range-reader.ts';
import { requireAudio } from './require-audio.ts';
import { SameBytes } from './same-bytes.ts';

const chunkBytes = 128 * 1024;
const wishAgainMs = 1000;

export interface KeptSourceNeeds {
  readonly part: PartFile;
  readonly openUrl: OpenUrl;
  /** Without anything new for so long, the listener is told (ms). */
  readonly patienceMs?: number;
}

/**
 * A recording that is being downloaded, read behind the transfer, which goes where the listener jumps if the server's validator
 * proves that what is there belongs to the same recording. While no transfer runs, a request of our own asks for it.
 */
export class KeptSource implements ByteSource {
  /** What is read behind: its growth and journal tell how far the transfer has come. */
  readonly part: PartFile;
  private known: Promise<StreamFacts> | null = null;
  private mayAsk = true;
  private readonly sameBytes: SameBytes;

  constructor(private readonly needs: KeptSourceNeeds) {
    this.part = needs.part;
    this.sameBytes = new SameBytes(needs.part);
  }

  facts(): Promise<StreamFacts> {
    this.known ??= this.look().catch((cause: unknown) => {
      this.known = null;
      throw cause;
    });
    return this.known;
  }

  reader(signal: AbortSignal): ByteReader {
    return new KeptReader(this, signal);
  }

  /** What another request can be sure to meet the same recording by; null where it cannot. */
  validators(): PartValidators | null {
    const { etag, lastModified, expectedTotal } = this.part.journal;
    const isSure = (etag ?? lastModified) !== undefined && expectedTotal !== undefined;
    return this.mayAsk && this.part.growth.canTurn && isSure ? { etag, lastModified, expectedTotal } : null;
  }

  openRange(validators: PartValidators, signal: AbortSignal): RangeReader {
    const { url, feedUrl, allowPlain } = this.part.journal.request;
    return new RangeReader(this.needs.openUrl, { url, feedUrl, allowPlain, validators }, signal);
  }

  /** The server does not keep to its validator, or takes no ranges: from now on the transfer is waited for. */
  askNoMore(): void {
    this.mayAsk = false;
  }

  /** Bytes were handed out, from the disk or the network: a part begun anew has to bring the same ones. */
  handedOut(at: number, bytes: Uint8Array): void {
    this.sameBytes.note(at, bytes);
  }

  /** Resolves when the part is certainly the recording that was read so far. Rejects with `audio-changed`. */
  async verify(signal: AbortSignal): Promise<void> {
    while (!(await this.sameBytes.isSettled())) await this.untilGrown(signal);
  }

  /** Until the part has changed. Rejects when nothing comes any more: with the reason, or after a while without one. */
  async untilGrown(signal: AbortSignal): Promise<void> {
    const { growth } = this.part;
    if (growth.failure !== null) throw new AppFailure(growth.failure);
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const end = (how: () => void): void => {
        leave();
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        how();
      };
      const onAbort = (): void => end(() => reject(signal.reason as Error));
      const tooLong = new AppFailure(growth.trouble ?? appError('network-timeout', 'nothing arrived'));
      const timer = setTimeout(() => end(() => reject(tooLong)), this.needs.patienceMs ?? 60_000);
      const leave = growth.follow(() => end(resolve));
      signal.addEventListener('abort', onAbort);
    });
  }

  private async look(): Promise<StreamFacts> {
    const { growth } = this.part;
    // Somebody who follows is what makes the transfer write small pieces.
    const leave = growth.follow(() => undefined);
    const head = await this.untilHead().finally(leave);
    const kind = sniffAudio(head);
    requireAudio(kind);
    const isWhole = growth.stage === 'whole';
    const total = isWhole ? (await stat(growth.file)).size : this.part.journal.expectedTotal;
    const endIsAtHand = this.validators() !== null || isWhole || !looksAtItsEnd(head);
    return { kind, total, canJump: total !== undefined && endIsAtHand };
  }

  /** Enough of the beginning to tell what it is. What turns out to be a page may be removed while it is looked at. */
  private async untilHead(): Promise<Uint8Array> {
    const { signal } = new AbortController();
    for (;;) {
      const head = this.hasHead() ? await readHead(this.part.growth.file).catch(() => null) : null;
      if (head !== null) return head;
      await this.untilGrown(signal);
    }
  }

  private hasHead(): boolean {
    const { growth, journal } = this.part;
    const needed = Math.min(sniffBytes, journal.expectedTotal ?? sniffBytes);
    return growth.stage === 'whole' || (this.isCertain() && growth.writtenBytes >= needed);
  }

  /** Whether what is on the disk is the recording that will be brought to its end: without a validator it is begun anew. */
  private isCertain(): boolean {
    const { stage } = this.part.growth;
    return stage === 'growing' || (stage === 'resting' && this.validators() !== null);
  }
}

class KeptReader implements ByteReader {
  private file: FileHandle | null = null;
  /** A request of our own, and the beginning of the part that it belongs to. */
  private range: { readonly reader: RangeReader; readonly beginnings: number } | null = null;
  private wished: { readonly at: number; readonly when: number } | null = null;
  private readonly leave: () => void;

  constructor(
    private readonly source: KeptSource,
    private readonly signal: AbortSignal,
  ) {
    // The transfer writes small pieces as long as somebody reads behind it.
    this.leave = source.part.growth.follow(() => undefined);
  }

  async read(at: number): Promise<Uint8Array | null> {
    const { source, signal } = this;
    const { growth } = source.part;
    for (;;) {
      signal.throwIfAborted();
      await source.verify(signal);
      if (this.isEnd(at)) return null;
      const validators = source.validators();
      const { position, stage } = growth;
      const isHere = endFrom(growth.ranges, at) > at;
      const way = chooseBytes({ at, isHere, position, stage, canAsk: validators !== null });
      switch (way) {
        case 'disk': {
          const bytes = await this.readFile(at);
          if (bytes !== null) return bytes;
          await source.untilGrown(signal);
          break;
        }
        case 'network': {
          const bytes = await this.readNetwork(validators ?? {}, at);
          if (bytes !== null) return bytes;
          break;
        }
        case 'wish':
        case 'wait':
          if (way === 'wish') this.wish(at);
          await this.closeRange();
          await source.untilGrown(signal);
          break;
        case 'none':
          throw new AppFailure(appError('audio-changed', 'the download was removed while it was played'));
      }
    }
  }

  async close(): Promise<void> {
    this.leave();
    await this.closeRange();
    const { file } = this;
    this.file = null;
    await file?.close();
  }

  /** Again after a while: the transfer may have gone to where somebody else waits. */
  private wish(at: number): void {
    const now = performance.now();
    if (this.wished?.at === at && now - this.wished.when < wishAgainMs) return;
    this.wished = { at, when: now };
    this.source.part.growth.wish(at);
  }

  private isEnd(at: number): boolean {
    const { growth, journal } = this.source.part;
    return at >= (growth.stage === 'whole' ? growth.writtenBytes : (journal.expectedTotal ?? Infinity));
  }

  /** Null where the bytes are not there after all, or not of the recording any more. */
  private async readFile(at: number): Promise<Uint8Array | null> {
    const { growth } = this.source.part;
    const { beginnings } = growth;
    const file = await this.openFile();
    const length = Math.min(chunkBytes, endFrom(growth.ranges, at) - at);
    if (file === null || length <= 0) return null;
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, at);
    if (bytesRead === 0 || growth.beginnings !== beginnings) return null;
    await this.closeRange();
    const read = bytes.subarray(0, bytesRead);
    this.source.handedOut(at, read);
    return read;
  }

  /** Null between the moment the part gets its final name and the moment it tells so. */
  private async openFile(): Promise<FileHandle | null> {
    if (this.file !== null) return this.file;
    const file = await open(this.source.part.growth.file, 'r').catch((cause: unknown) => {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw cause;
    });
    // The reader may have been closed meanwhile, when there was nothing to close yet.
    if (this.signal.aborted) await file?.close();
    this.signal.throwIfAborted();
    this.file = file;
    return file;
  }

  /** Null where the request broke, or where the part was begun anew: then what comes may belong to another recording. */
  private async readNetwork(validators: PartValidators, at: number): Promise<Uint8Array | null> {
    const { growth } = this.source.part;
    if (this.range?.beginnings !== growth.beginnings) await this.closeRange();
    const { beginnings } = growth;
    this.range ??= { reader: this.source.openRange(validators, this.signal), beginnings };
    try {
      const bytes = await this.range.reader.read(at);
      if (growth.beginnings !== beginnings) return null;
      if (bytes !== null) this.source.handedOut(at, bytes);
      return bytes;
    } catch (cause) {
      if (!(cause instanceof AppFailure) || this.source.part.growth.stage === 'gone') throw cause;
      await this.closeRange();
      // The network may be back before the transfer tries again; a server that refuses will go on refusing.
      if (cause.error.code.startsWith('network-')) await this.source.untilGrown(this.signal);
      else this.source.askNoMore();
      return null;
    }
  }

  private async closeRange(): Promise<void> {
    const { range } = this;
    this.range = null;
    await range?.reader.close();
  }
}

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const head = new Uint8Array(sniffBytes);
    const { bytesRead } = await handle.read(head, 0, sniffBytes, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
