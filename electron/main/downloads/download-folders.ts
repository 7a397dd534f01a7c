import { mkdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { replaceFile } from '../files/replace-file.ts';
import { Ledger } from './ledger.ts';

const listSchema = z.array(z.string());

/** Every folder that was ever used for downloads, each with its ledger: what was downloaded stays where it is. */
export class DownloadFolders {
  private readonly ledgers = new Map<string, Ledger>();

  private constructor(private readonly listFile: string) {}

  static async open(listFile: string, current: string): Promise<DownloadFolders> {
    const folders = new DownloadFolders(listFile);
    for (const folder of [...(await readList(listFile)), current])
      if (!folders.ledgers.has(folder)) folders.ledgers.set(folder, await Ledger.open(folder));
    return folders;
  }

  all(): Ledger[] {
    return [...this.ledgers.values()];
  }

  /** The ledger of a folder about to be used, which is made if need be. Rejects with Node's error. */
  async use(folder: string): Promise<Ledger> {
    await mkdir(folder, { recursive: true });
    const known = this.ledgers.get(folder) ?? (await Ledger.open(folder));
    this.ledgers.set(folder, known);
    const list = await readList(this.listFile);
    if (!list.includes(folder)) await replaceFile(this.listFile, JSON.stringify([...list, folder]));
    return known;
  }

  /** The ledger that knows a finished episode. */
  find(episodeId: string): Ledger | null {
    return this.all().find((ledger) => ledger.get(episodeId) !== undefined) ?? null;
  }
}

async function readList(file: string): Promise<string[]> {
  try {
    const list = listSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return list.success ? list.data : [];
  } catch {
    return [];
  }
}
