import { createHash } from 'node:crypto';
import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import { makeFolder } from '../files/make-folder.ts';
import { replaceFile } from '../files/replace-file.ts';
import { sweepTemporary } from '../files/sweep-temporary.ts';
import { Ledger } from './ledger.ts';
import { copyEnding, workFolder } from './part-file.ts';

const listSchema = z.array(z.string());

export interface DownloadFoldersNeeds {
  /** Where the folders ever used are remembered. */
  readonly listFile: string;
  /** Where the copies of their ledgers lie. */
  readonly ledgerCopies: string;
  /** Earmark's own folder, which is made when it is not there. Any other was chosen, and may lie on a drive that is away. */
  readonly ownFolder: string;
}

/** Every folder that was ever used for downloads, each with its ledger: what was downloaded stays where it is. */
export class DownloadFolders {
  private readonly ledgers = new Map<string, Ledger>();
  /** Folders that were not there when last looked at. */
  private readonly away = new Set<string>();
  private readonly reading = new Map<string, Promise<Ledger>>();

  private constructor(private readonly needs: DownloadFoldersNeeds) {}

  static async open(needs: DownloadFoldersNeeds, current: string): Promise<DownloadFolders> {
    const folders = new DownloadFolders(needs);
    for (const folder of new Set([...(await readList(needs.listFile)), current])) await folders.read(folder);
    return folders;
  }

  all(): Ledger[] {
    return [...this.ledgers.values()];
  }

  /** Whether a folder was away when last looked at, by `lookAgain`. */
  isAway(folder: string): boolean {
    return this.away.has(folder);
  }

  /** Sees which folders are there. The answer: the ledgers of those that came back, read anew. */
  async lookAgain(): Promise<Ledger[]> {
    const back: Ledger[] = [];
    for (const folder of this.ledgers.keys()) {
      const wasAway = this.away.has(folder);
      if (await this.isGone(folder).catch(() => true)) this.away.add(folder);
      else if (wasAway) back.push(await this.readIfAway(folder));
    }
    return back;
  }

  /** The ledger of a folder about to be used. Rejects with Node's error, or `folder-gone` when it is not there. */
  async use(folder: string): Promise<Ledger> {
    if (await this.isGone(folder)) {
      this.away.add(folder);
      throw new AppFailure(appError('folder-gone', folder));
    }
    return this.adopt(folder);
  }

  /** Takes a folder into use that the user chose just now, whatever was known of it. Rejects with Node's error. */
  async adopt(folder: string): Promise<Ledger> {
    await makeFolder(workFolder(folder));
    const list = await readList(this.needs.listFile);
    if (!list.includes(folder)) await replaceFile(this.needs.listFile, JSON.stringify([...list, folder]));
    return this.readIfAway(folder);
  }

  /** Whether the drive of a folder is away. What stays behind where it was mounted is an empty folder. */
  async isGone(folder: string): Promise<boolean> {
    if (folder === this.needs.ownFolder) return false;
    const names = await readdir(folder).catch((cause: unknown) => {
      if (isMissing(cause)) return null;
      throw cause;
    });
    if (names === null) return true;
    return names.length === 0 && (await readList(this.needs.listFile)).includes(folder);
  }

  private async readIfAway(folder: string): Promise<Ledger> {
    const known = this.away.has(folder) ? undefined : this.ledgers.get(folder);
    return known ?? this.read(folder);
  }

  /** One reading serves all who ask meanwhile: of two ledgers for one folder each would miss what the other is told. */
  private read(folder: string): Promise<Ledger> {
    const running = this.reading.get(folder);
    if (running !== undefined) return running;
    const reading = this.readAnew(folder).finally(() => this.reading.delete(folder));
    this.reading.set(folder, reading);
    return reading;
  }

  private async readAnew(folder: string): Promise<Ledger> {
    const isGone = await this.isGone(folder).catch(() => true);
    if (!isGone) await tidy(folder);
    const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
    const ledger = await Ledger.open(folder, path.join(this.needs.ledgerCopies, `${name}.jsonl`));
    this.ledgers.set(folder, ledger);
    if (isGone) this.away.add(folder);
    else this.away.delete(folder);
    return ledger;
  }
}

/**
 * A move that was killed leaves a copy that is not whole, a chosen file that was being taken a part without a journal; a journal may
 * have been cut short.
 */
async function tidy(folder: string): Promise<void> {
  await sweepTemporary(workFolder(folder));
  const names = await readdir(workFolder(folder)).catch((): string[] => []);
  const isLeft = (name: string): boolean =>
    name.endsWith(copyEnding) || (name.endsWith('.part') && !names.includes(name.replace(/part$/, 'json')));
  for (const name of names.filter(isLeft))
    await rm(path.join(workFolder(folder), name), { force: true }).catch(() => undefined);
}

async function readList(file: string): Promise<string[]> {
  try {
    const list = listSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return list.success ? list.data : [];
  } catch {
    return [];
  }
}

function isMissing(cause: unknown): boolean {
  const { code } = cause as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
