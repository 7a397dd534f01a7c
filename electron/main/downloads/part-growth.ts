import { appError } from '../../../core/app-error.ts';
import type { AppError } from '../../../core/app-error.ts';
import { endFrom } from '../../../core/download/byte-ranges.ts';
import type { ByteRanges } from '../../../core/download/byte-ranges.ts';
import type { DownloadSnapshot } from '../../../core/download/download.ts';

/** How a part stands, for whoever reads it while it is written. */
export type GrowthStage =
  /** Nothing is being brought at the moment. */
  | 'resting'
  /** A transfer writes to it. */
  | 'growing'
  /** All is there, under the final name. */
  | 'whole'
  /** The file has been removed. */
  | 'gone';

/** How far a transfer has come. */
export interface PartProgress {
  /** What can be read. */
  readonly ranges: ByteRanges;
  /** Where the next byte will be written. */
  readonly position: number;
  readonly totalBytes: number | undefined;
}

/** How far a part has come. The transfer tells it; a player that reads behind the transfer follows it, and may wish for a place. */
export class PartGrowth {
  private listeners = new Set<() => void>();
  private wishListeners = new Set<(at: number) => void>();
  private unheardWish: number | null = null;
  private now: Omit<PartProgress, 'totalBytes'> & {
    stage: GrowthStage;
    file: string;
    beginnings: number;
    canTurn: boolean;
    failure: AppError | null;
    trouble: AppError | null;
  };

  constructor(file: string, ranges: ByteRanges) {
    const position = endFrom(ranges, 0);
    const trouble = { failure: null, trouble: null };
    this.now = { stage: 'resting', file, ranges, position, beginnings: 0, canTurn: true, ...trouble };
  }

  get stage(): GrowthStage {
    return this.now.stage;
  }

  /** Where the bytes are: the part, later the finished file. */
  get file(): string {
    return this.now.file;
  }

  /** Bytes from the start that can be read. */
  get writtenBytes(): number {
    return endFrom(this.now.ranges, 0);
  }

  /** All that can be read; what was wished for may lie behind a gap. */
  get ranges(): ByteRanges {
    return this.now.ranges;
  }

  /** Where the transfer writes. */
  get position(): number {
    return this.now.position;
  }

  /** Grows whenever the file is begun anew. What was read before may belong to another recording: other advertisements. */
  get beginnings(): number {
    return this.now.beginnings;
  }

  /** Whether the transfer can go to a place that somebody wishes for; false once the server did not let it, for this try. */
  get canTurn(): boolean {
    return this.now.canTurn;
  }

  /** Why nothing comes by itself any more; null while something may. */
  get failure(): AppError | null {
    return this.now.failure;
  }

  /** Why nothing comes at the moment; null where nothing is known to stand in the way. */
  get trouble(): AppError | null {
    return this.now.trouble;
  }

  /** What the queue says of the download. */
  heed({ state, error }: Pick<DownloadSnapshot, 'state' | 'error'>): void {
    const trouble = error ?? (state === 'paused' ? appError('download-paused') : null);
    this.change({ trouble, failure: state === 'failed' || state === 'paused' ? trouble : null });
  }

  /** Whether anybody waits for what comes. */
  get isFollowed(): boolean {
    return this.listeners.size > 0;
  }

  /** Hears of every change from now on; the answer unsubscribes. */
  follow(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Somebody waits for the byte at `at`, which the transfer will not reach soon. */
  wish(at: number): void {
    if (this.wishListeners.size === 0) this.unheardWish = at;
    for (const listener of [...this.wishListeners]) listener(at);
  }

  /** Hears every wish from now on, and the last one if nobody heard it; the answer unsubscribes. */
  onWish(listener: (at: number) => void): () => void {
    this.wishListeners.add(listener);
    if (this.unheardWish !== null) listener(this.unheardWish);
    this.unheardWish = null;
    return () => void this.wishListeners.delete(listener);
  }

  /** A transfer goes on behind what is there. Before the file is cut to that, so that nobody reads across. */
  begin(ranges: ByteRanges): void {
    const beginnings = this.now.beginnings + (ranges.length === 0 ? 1 : 0);
    this.change({ stage: 'growing', ranges, position: endFrom(ranges, 0), beginnings, canTurn: true });
  }

  wrote({ ranges, position }: Omit<PartProgress, 'totalBytes'>): void {
    this.change({ ranges, position });
  }

  /** The server does not give places out of turn. */
  refuseTurns(): void {
    this.change({ canTurn: false });
  }

  rest(): void {
    if (this.now.stage === 'growing') this.change({ stage: 'resting' });
  }

  finish(file: string): void {
    this.change({ stage: 'whole', file });
  }

  drop(): void {
    if (this.now.stage !== 'whole') this.change({ stage: 'gone' });
  }

  private change(change: Partial<typeof this.now>): void {
    this.now = { ...this.now, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}
