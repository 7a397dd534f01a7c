import { open, readFile, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { countBytes, endFrom, rangesWithin, withRange } from '../../../core/download/byte-ranges.ts';
import type { ByteRanges } from '../../../core/download/byte-ranges.ts';
import { downloadRequestSchema } from '../../../core/download/download.ts';
import { isInnerName } from '../../../core/download/file-name.ts';
import { replaceFile } from '../files/replace-file.ts';
import { PartGrowth } from './part-growth.ts';

const byteCount = z.number().int().nonnegative();

const journalSchema = z.object({
  version: z.literal(1),
  request: downloadRequestSchema,
  /** ms since the epoch: the queue's order survives a restart. */
  addedAt: z.number(),
  finalUrl: z.string().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  expectedTotal: z.number().int().nonnegative().optional(),
  /** Bytes from the start that are certainly on the disk. */
  offset: z.number().int().nonnegative(),
  /** Stretches behind `offset` that are too: somebody listened there. */
  ahead: z
    .array(z.tuple([byteCount, byteCount]))
    .max(10_000)
    .optional(),
  /** The final name, from the moment before the file gets it. */
  fileName: z.string().refine(isInnerName).optional(),
});

export type PartJournal = z.infer<typeof journalSchema>;

/** Where a download folder keeps what is not finished, and its ledger. */
export const workFolder = (folder: string): string => path.join(folder, '.earmark');

/** Where a file grows that is on its way here from another file system; a move that was killed leaves it behind. */
export const copyFileOf = (folder: string, episodeId: string): string =>
  path.join(workFolder(folder), `${episodeId}${copyEnding}`);
export const copyEnding = '.copy';

/**
 * `<id>.part` and its journal `<id>.json`: enough to go on after the process was killed at any moment. Neither makes the folder they lie
 * in: who takes a folder into use does, and where it is gone since, the drive is away.
 */
export class PartFile {
  readonly file: string;
  /** How far it has come, for whoever plays it meanwhile. */
  readonly growth: PartGrowth;
  private readonly journalFile: string;
  private lastSave: Promise<unknown> = Promise.resolve();

  constructor(
    readonly folder: string,
    public journal: PartJournal,
  ) {
    const { episodeId } = journal.request;
    this.file = path.join(workFolder(folder), `${episodeId}.part`);
    this.journalFile = path.join(workFolder(folder), `${episodeId}.json`);
    this.growth = new PartGrowth(this.file, this.ranges);
  }

  /** What is certainly on the disk. */
  get ranges(): ByteRanges {
    const { offset, ahead = [] } = this.journal;
    return ahead.reduce((ranges, [start, end]) => withRange(ranges, start, end), withRange([], 0, offset));
  }

  get receivedBytes(): number {
    return countBytes(this.ranges);
  }

  /** Notes what is certainly on the disk besides what was. Rejects with Node's error. */
  keep(more: ByteRanges): Promise<void> {
    return this.saveRanges(more.reduce((ranges, [start, end]) => withRange(ranges, start, end), this.ranges));
  }

  /** Changes the journal on disk; saves never overtake one another. Rejects with Node's error. */
  save(change: Partial<PartJournal>): Promise<void> {
    this.journal = { ...this.journal, ...change };
    const text = JSON.stringify(this.journal);
    const saved = this.lastSave.then(() => replaceFile(this.journalFile, text));
    this.lastSave = saved.catch(() => undefined);
    return saved;
  }

  /** A part that lost bytes to somebody else is gone on with where it ends now, not behind a hole. */
  async forgetLostBytes(): Promise<void> {
    const here = await stat(this.file).then(
      ({ size }) => size,
      () => 0,
    );
    const { ranges } = this;
    if (here < lastEnd(ranges)) await this.saveRanges(rangesWithin(ranges, here));
  }

  async discard(): Promise<void> {
    await this.lastSave;
    this.growth.drop();
    await rm(this.file, { force: true });
    await rm(this.journalFile, { force: true });
  }

  /** The part, opened for writing; whatever lies behind its certain bytes goes. */
  async open(): ReturnType<typeof open> {
    const handle = await open(this.file, 'a').then(async (touched) => {
      await touched.close();
      return open(this.file, 'r+');
    });
    await handle.truncate(lastEnd(this.ranges));
    return handle;
  }

  private saveRanges(ranges: ByteRanges): Promise<void> {
    const offset = endFrom(ranges, 0);
    const ahead = ranges
      .filter(([start]) => start > offset)
      .map(([start, end]): [number, number] => [start, end]);
    return this.save({ offset, ahead: ahead.length === 0 ? undefined : ahead });
  }
}

function lastEnd(ranges: ByteRanges): number {
  return ranges.at(-1)?.[1] ?? 0;
}

/** The parts a folder holds, oldest first. A journal that cannot be read is left where it is and counts as none. */
export async function readParts(folder: string): Promise<PartFile[]> {
  const names = await readdir(workFolder(folder)).catch(() => []);
  const journals = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => readJournal(path.join(workFolder(folder), name))),
  );
  return journals
    .filter((journal) => journal !== null)
    .sort((a, b) => a.addedAt - b.addedAt)
    .map((journal) => new PartFile(folder, journal));
}

async function readJournal(file: string): Promise<PartJournal | null> {
  try {
    const read = journalSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
