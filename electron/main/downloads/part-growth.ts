import { appError } from '../../../core/app-error.ts';
import type { AppError } from '../../../core/app-error.ts';
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

/** How far a part has come. The transfer tells it; a player that reads behind the transfer follows it. */
export class PartGrowth {
  private listeners = new Set<() => void>();
  private now: {
    stage: GrowthStage;
    file: string;
    writtenBytes: number;
    beginnings: number;
    failure: AppError | null;
    trouble: AppError | null;
  };

  constructor(file: string, writtenBytes: number) {
    this.now = { stage: 'resting', file, writtenBytes, beginnings: 0, failure: null, trouble: null };
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
    return this.now.writtenBytes;
  }

  /** Grows whenever the file is begun anew. What was read before may belong to another recording: other advertisements. */
  get beginnings(): number {
    return this.now.beginnings;
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

  /** Whether anybody waits for what comes: then small pieces are written too, without gathering a large one. */
  get isFollowed(): boolean {
    return this.listeners.size > 0;
  }

  /** Hears of every change from now on; the answer unsubscribes. */
  follow(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** A transfer goes on behind `offset` bytes. Before the file is cut to that length, so that nobody reads across. */
  begin(offset: number): void {
    const beginnings = this.now.beginnings + (offset === 0 ? 1 : 0);
    this.change({ stage: 'growing', writtenBytes: offset, beginnings });
  }

  wrote(writtenBytes: number): void {
    this.change({ writtenBytes });
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
