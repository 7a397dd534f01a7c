import { appError } from '../../../core/app-error.ts';
import { resumeHeaders } from '../../../core/download/accept-response.ts';
import { countBytes, endFrom, gapFrom, withRange } from '../../../core/download/byte-ranges.ts';
import type { ByteRanges } from '../../../core/download/byte-ranges.ts';
import { nearBytes } from '../../../core/streaming/choose-bytes.ts';
import { AppFailure } from '../app-failure.ts';
import type { OpenedUrl } from '../network/open-url.ts';
import type { AudioHead } from './audio-head.ts';
import { Line } from './line.ts';
import { PartWriter } from './part-writer.ts';
import type { PartHandle } from './part-writer.ts';
import type { RateLimit } from './rate-limit.ts';
import type { PartFile } from './part-file.ts';
import type { PartProgress } from './part-growth.ts';

export interface FillingTask {
  readonly part: PartFile;
  readonly signal: AbortSignal;
  /** Told how much of the file is in the part and can be read. */
  readonly onProgress: (progress: PartProgress) => void;
  /** The server does not give places out of turn: a wish for one (`PartGrowth`) is waited for. */
  readonly onRefusal: () => void;
}

export interface PartFillerNeeds {
  readonly task: FillingTask;
  readonly handle: PartHandle;
  /** Bytes of the whole; undefined where the server does not say. */
  readonly total: number | undefined;
  /** The rest of the same file from another byte on; null where the server gives something else. Rejects with AppFailure. */
  readonly openRest: (headers: Record<string, string>, at: number) => Promise<OpenedUrl | null>;
  readonly rateLimit: RateLimit | undefined;
  /** Judges the beginning of the file, where it is brought too. */
  readonly head: AudioHead | null;
}

/** A line that was left for another place stays open until so much has come from there: often it is gone back to at once. */
const parkedBytes = 1024 * 1024;

/**
 * Fills a part from one line after another: goes to the place that a player wishes for, and back to what is missing. What is
 * here already is passed over.
 */
export class PartFiller {
  private ranges: ByteRanges;
  private line: Line;
  /** Where what is here already begins again; null where nothing follows. */
  private gapEnd: number | null = null;
  private parked: { readonly line: Line; bytesLeft: number } | null = null;
  private wished: number | null = null;
  private tellWish: () => void = () => undefined;
  private readonly writer: PartWriter;

  constructor(
    private readonly needs: PartFillerNeeds,
    first: Line,
  ) {
    const { part } = needs.task;
    this.ranges = part.ranges;
    this.writer = new PartWriter({ handle: needs.handle, onDurable: (written) => part.keep(written) });
    this.line = first;
    this.takeUp(first);
  }

  /** Resolves with the bytes of the whole when they are on the disk. Rejects with AppFailure, Node's error or AbortError. */
  async fill(): Promise<number> {
    const leave = this.needs.task.part.growth.onWish((at) => {
      this.wished = at;
      this.tellWish();
    });
    try {
      while (!(await this.step()));
      this.needs.head?.judge();
    } finally {
      leave();
      this.line.close();
      this.parked?.line.close();
      await this.writer.finish();
    }
    return countBytes(this.ranges);
  }

  /** Whether all is here. */
  private async step(): Promise<boolean> {
    const wish = this.takeWish();
    if (wish !== null) {
      await this.turnTo(wish);
      return false;
    }
    const wished = new Promise<null>((resolve) => (this.tellWish = () => resolve(null)));
    const next = await Promise.race([this.line.next(), wished]);
    if (next === null) return false;
    if (next.done === true) return this.end();
    await this.take(next.value);
    return this.line.at === this.gapEnd ? this.goOn() : false;
  }

  private async take(chunk: Uint8Array): Promise<void> {
    const { line, gapEnd } = this;
    const { total, head, rateLimit, task } = this.needs;
    head?.add(chunk, line.at);
    if (line.at + chunk.byteLength > (total ?? Infinity))
      throw new AppFailure(appError('audio-incomplete', 'more bytes than announced'));
    const wanted = gapEnd === null ? chunk : chunk.subarray(0, gapEnd - line.at);
    if (rateLimit === undefined) this.write(wanted);
    else for await (const piece of rateLimit.pass(wanted, task.signal)) this.write(piece);
    line.take();
    task.signal.throwIfAborted();
  }

  private write(bytes: Uint8Array): void {
    const { line, parked } = this;
    this.writer.write(bytes, line.at);
    this.ranges = withRange(this.ranges, line.at, line.at + bytes.byteLength);
    line.at += bytes.byteLength;
    if (parked !== null && (parked.bytesLeft -= bytes.byteLength) <= 0) {
      parked.line.close();
      this.parked = null;
    }
    this.tellProgress();
  }

  private tellProgress(): void {
    const { task, total } = this.needs;
    task.onProgress({ ranges: this.ranges, position: this.line.at, totalBytes: total });
  }

  /** The line has no more to give. */
  private end(): Promise<boolean> | boolean {
    const { total } = this.needs;
    if (total === undefined) return true;
    if (this.line.at !== total)
      throw new AppFailure(appError('audio-incomplete', `ended at ${this.line.at} of ${total} bytes`));
    return this.goOn();
  }

  /** Goes to what is missing behind here, else before; whether nothing is. */
  private async goOn(): Promise<boolean> {
    const { total } = this.needs;
    const gap = gapFrom(this.ranges, this.line.at, total) ?? gapFrom(this.ranges, 0, total);
    if (gap === null) return true;
    this.line.close();
    const { parked } = this;
    this.parked = null;
    if (parked?.line.at === gap.start) {
      this.takeUp(parked.line);
      return false;
    }
    parked?.line.close();
    const rest = await this.openAt(gap.start);
    if (rest === null) throw new AppFailure(appError('network-broken', 'the rest is not given any more'));
    this.takeUp(rest);
    return false;
  }

  /** Leaves the line for another, if the server opens one there. */
  private async turnTo(place: number): Promise<void> {
    const { task } = this.needs;
    const rest = await this.openAt(place).catch((cause: unknown) => {
      // A server that lets nobody have two lines is not asked again and again: the line in hand would stand still.
      if (cause instanceof AppFailure) return null;
      throw cause;
    });
    if (rest === null) {
      task.onRefusal();
      return;
    }
    if (this.parked === null) this.parked = { line: this.line, bytesLeft: parkedBytes };
    else this.line.close();
    this.takeUp(rest);
    this.tellProgress();
  }

  private async openAt(at: number): Promise<Line | null> {
    const headers = resumeHeaders(at, this.needs.task.part.journal);
    const opened = headers === null ? null : await this.needs.openRest(headers, at);
    return opened === null ? null : new Line(opened, at);
  }

  private takeUp(line: Line): void {
    this.line = line;
    this.gapEnd = gapFrom(this.ranges, line.at, this.needs.total)?.end ?? null;
  }

  /** The place to turn to; null where nobody waits, or what is waited for is here or comes soon. */
  private takeWish(): number | null {
    const at = this.wished;
    this.wished = null;
    if (at === null || at >= (this.needs.total ?? 0) || endFrom(this.ranges, at) > at) return null;
    if (at >= this.line.at && at - this.line.at <= nearBytes) return null;
    const before = Math.max(0, ...this.ranges.map(([, end]) => end).filter((end) => end <= at));
    return at - before <= nearBytes ? before : at;
  }
}
