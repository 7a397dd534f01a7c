import { mkdir, open, readFile, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { downloadRequestSchema } from '../../../core/download/download.ts';
import { isInnerName } from '../../../core/download/file-name.ts';
import { replaceFile } from '../files/replace-file.ts';
import { PartGrowth } from './part-growth.ts';

const journalSchema = z.object({
  version: z.literal(1),
  request: downloadRequestSchema,
  /** ms since the epoch: the queue's order survives a restart. */
  addedAt: z.number(),
  finalUrl: z.string().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  expectedTotal: z.number().int().nonnegative().optional(),
  /** Bytes that are certainly on the disk. */
  offset: z.number().int().nonnegative(),
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

/** `<id>.part` and its journal `<id>.json`: enough to go on after the process was killed at any moment. */
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
    this.growth = new PartGrowth(this.file, journal.offset);
  }

  /** Changes the journal on disk; saves never overtake one another. Rejects with Node's error. */
  save(change: Partial<PartJournal>): Promise<void> {
    this.journal = { ...this.journal, ...change };
    const text = JSON.stringify(this.journal);
    const saved = this.lastSave.then(async () => {
      await mkdir(workFolder(this.folder), { recursive: true });
      await replaceFile(this.journalFile, text);
    });
    this.lastSave = saved.catch(() => undefined);
    return saved;
  }

  /** A part that lost bytes to somebody else is gone on with where it ends now, not behind a hole. */
  async forgetLostBytes(): Promise<void> {
    const here = await stat(this.file).then(
      ({ size }) => size,
      () => 0,
    );
    if (here < this.journal.offset) await this.save({ offset: here });
  }

  async discard(): Promise<void> {
    await this.lastSave;
    this.growth.drop();
    await rm(this.file, { force: true });
    await rm(this.journalFile, { force: true });
  }

  /** The part, opened for writing behind `offset` bytes; whatever lies beyond was not certain to be on the disk. */
  async openAt(offset: number): ReturnType<typeof open> {
    await mkdir(workFolder(this.folder), { recursive: true });
    const handle = await open(this.file, 'a').then(async (touched) => {
      await touched.close();
      return open(this.file, 'r+');
    });
    await handle.truncate(offset);
    return handle;
  }
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
