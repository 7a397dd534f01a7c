import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isInnerName } from '../../../core/download/file-name.ts';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { replaceFile } from '../files/replace-file.ts';
import { workFolder } from './part-file.ts';

const lineSchema = z.union([
  z.object({
    episodeId: z.string(),
    fileName: z.string().refine(isInnerName),
    bytes: z.number().int(),
    unverified: z.literal(true).optional(),
    print: z.string().optional(),
  }),
  z.object({ episodeId: z.string(), removed: z.literal(true) }),
]);

/**
 * What a download folder holds: a line for each finished or removed episode, only ever added to until it is opened with more lines
 * that say nothing any more than lines that do. The ledger lies in the folder, so that it goes where the drive goes; a copy lies
 * with the app, so that a drive that is away or a ledger that was deleted takes no knowledge with it.
 */
export class Ledger {
  private constructor(
    readonly folder: string,
    private readonly copyFile: string,
    private readonly entries: Map<string, LedgerEntry>,
  ) {}

  /** A line that a crash cut short is passed over. */
  static async open(folder: string, copyFile: string): Promise<Ledger> {
    const [own, copy] = await Promise.all([readText(ledgerFile(folder)), readText(copyFile)]);
    // Where lines of it are spoilt, what the copy knows stands below what is left of it.
    if (own === null || isSpoilt(own))
      return new Ledger(folder, copyFile, readEntries(`${copy ?? ''}\n${own ?? ''}`));
    const entries = readEntries(own);
    const text = isLong(own, entries.size) ? await shorten(folder, { own, entries }) : own;
    if (text !== copy) await renewCopy(copyFile, text);
    return new Ledger(folder, copyFile, entries);
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

  /** Where the copy misses a line it is made equal at the next start. */
  private async appendToCopy(text: string): Promise<void> {
    try {
      await mkdir(path.dirname(this.copyFile), { recursive: true });
      await appendFile(this.copyFile, text);
    } catch {
      return;
    }
  }

  private async append(line: z.infer<typeof lineSchema>): Promise<void> {
    // The line break comes first, so that a line cut by a crash does not spoil this one.
    const text = `\n${JSON.stringify(line)}`;
    const handle = await open(ledgerFile(this.folder), 'a');
    try {
      await appendFile(handle, text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await this.appendToCopy(text);
  }
}

/** So many lines are read in no time: a ledger of less is left as it is. */
const fewLines = 500;

const ledgerFile = (folder: string): string => path.join(workFolder(folder), 'ledger.jsonl');

function readText(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}

/** Whether most of its lines are of what is there no more, and it is worth writing anew. */
function isLong(text: string, entries: number): boolean {
  return text.split('\n').length > 2 * entries + fewLines;
}

/** The text of the ledger with a line for each entry and no other. Where it may not be written, it stays as it is. */
async function shorten(
  folder: string,
  { own, entries }: { own: string; entries: ReadonlyMap<string, LedgerEntry> },
): Promise<string> {
  const text = [...entries.values()].map((entry) => `\n${JSON.stringify(entry)}`).join('');
  return replaceFile(ledgerFile(folder), text).then(
    () => text,
    () => own,
  );
}

/** A copy that cannot be written is no reason not to start. */
async function renewCopy(copyFile: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(copyFile), { recursive: true });
    await replaceFile(copyFile, text);
  } catch {
    return;
  }
}

/** The last line may be cut by a crash; no other. */
function isSpoilt(text: string): boolean {
  const lines = text.split('\n').slice(0, -1);
  return lines.some((line) => line !== '' && readLine(line) === null);
}

function readEntries(text: string): Map<string, LedgerEntry> {
  const entries = new Map<string, LedgerEntry>();
  for (const line of text.split('\n')) {
    const read = readLine(line);
    if (read === null) continue;
    if ('removed' in read) entries.delete(read.episodeId);
    else entries.set(read.episodeId, read);
  }
  return entries;
}

function readLine(line: string): z.infer<typeof lineSchema> | null {
  if (line === '') return null;
  try {
    const read = lineSchema.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
