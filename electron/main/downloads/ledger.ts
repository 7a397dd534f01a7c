import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isInnerName } from '../../../core/download/file-name.ts';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { workFolder } from './part-file.ts';

const lineSchema = z.union([
  z.object({ episodeId: z.string(), fileName: z.string().refine(isInnerName), bytes: z.number().int() }),
  z.object({ episodeId: z.string(), removed: z.literal(true) }),
]);

/** What a download folder holds: a line for each finished or removed episode, only ever added to. */
export class Ledger {
  private constructor(
    readonly folder: string,
    private readonly entries: Map<string, LedgerEntry>,
  ) {}

  /** A line that a crash cut short is passed over. */
  static async open(folder: string): Promise<Ledger> {
    const entries = new Map<string, LedgerEntry>();
    const text = await readFile(ledgerFile(folder), 'utf8').catch(() => '');
    for (const line of text.split('\n')) {
      const read = readLine(line);
      if (read === null) continue;
      if ('removed' in read) entries.delete(read.episodeId);
      else entries.set(read.episodeId, read);
    }
    return new Ledger(folder, entries);
  }

  all(): LedgerEntry[] {
    return [...this.entries.values()];
  }

  get(episodeId: string): LedgerEntry | undefined {
    return this.entries.get(episodeId);
  }

  async add(entry: LedgerEntry): Promise<void> {
    await this.append(entry);
    this.entries.set(entry.episodeId, entry);
  }

  async remove(episodeId: string): Promise<void> {
    await this.append({ episodeId, removed: true });
    this.entries.delete(episodeId);
  }

  private async append(line: z.infer<typeof lineSchema>): Promise<void> {
    await mkdir(workFolder(this.folder), { recursive: true });
    const handle = await open(ledgerFile(this.folder), 'a');
    try {
      // The line break comes first, so that a line cut by a crash does not spoil this one.
      await appendFile(handle, `\n${JSON.stringify(line)}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

const ledgerFile = (folder: string): string => path.join(workFolder(folder), 'ledger.jsonl');

function readLine(line: string): z.infer<typeof lineSchema> | null {
  try {
    const read = lineSchema.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
