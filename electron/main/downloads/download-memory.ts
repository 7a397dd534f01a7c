import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { appErrorSchema } from '../../../core/app-error-schema.ts';
import type { DownloadQueue, QueueItem, RecalledItem } from '../../../core/download/queue-model.ts';
import { replaceFile } from '../files/replace-file.ts';

const memorySchema = z.object({
  version: z.literal(1),
  pausedAll: z.boolean(),
  items: z.record(
    z.string(),
    z.object({
      order: z.number(),
      pausedByHand: z.boolean(),
      anyway: z.boolean(),
      error: appErrorSchema.optional(),
      retryAt: z.number().optional(),
    }),
  ),
});

type Memory = z.infer<typeof memorySchema>;

const nothing: Memory = { version: 1, pausedAll: false, items: {} };

/**
 * What the user did to the queue (order, pauses), what failed for good and how long servers want to be left alone, kept in one file for
 * the next run.
 */
export class DownloadMemory {
  private saving: Promise<void> = Promise.resolve();
  private next: Memory | null = null;
  /** What the run before left of items that this run has not met yet: their drive may be away. */
  private readonly unmet: Map<string, RecalledItem>;

  private constructor(
    private readonly file: string,
    private readonly recalled: Memory,
  ) {
    this.unmet = new Map(Object.entries(recalled.items));
  }

  /** A file that is not there or cannot be read remembers nothing: the downloads themselves are in their journals. */
  static async open(file: string): Promise<DownloadMemory> {
    const text = await readFile(file, 'utf8').catch(() => '');
    return new DownloadMemory(file, readMemory(text));
  }

  get pausedAll(): boolean {
    return this.recalled.pausedAll;
  }

  /** What the run before left of an item; only once, for from then on this run knows better. */
  takeRecalled(episodeId: string): RecalledItem | undefined {
    const item = this.unmet.get(episodeId);
    this.unmet.delete(episodeId);
    return item;
  }

  /** Writes the newest queue; what comes while a write is under way is written once, after it. Rejects with Node's error. */
  save({ pausedAll, items }: DownloadQueue): Promise<void> {
    const present = [...items].map(([episodeId, item]) => {
      const { order, pausedByHand, anyway } = item;
      return [episodeId, { order, pausedByHand, anyway, ...outcomeOf(item) }];
    });
    const entries = [...this.unmet, ...present];
    const isWaiting = this.next !== null;
    this.next = { version: 1, pausedAll, items: Object.fromEntries(entries) as Memory['items'] };
    if (!isWaiting) this.saving = this.saving.catch(() => undefined).then(() => this.write());
    return this.saving;
  }

  /** Resolves when all that was to be kept is on the disk, or could not be. */
  settled(): Promise<void> {
    return this.saving.catch(() => undefined);
  }

  private async write(): Promise<void> {
    const memory = this.next;
    this.next = null;
    await mkdir(path.dirname(this.file), { recursive: true });
    await replaceFile(this.file, JSON.stringify(memory));
  }
}

/** How the last try ended, where that binds the next run. */
function outcomeOf({ state, error, retryAt }: QueueItem): Pick<RecalledItem, 'error' | 'retryAt'> {
  if (state === 'failed') return { error };
  return state === 'waiting' && error?.retryAfterMs !== undefined ? { error, retryAt } : {};
}

function readMemory(text: string): Memory {
  try {
    const read = memorySchema.safeParse(JSON.parse(text));
    return read.success ? read.data : nothing;
  } catch {
    return nothing;
  }
}
