import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import type { DownloadSnapshot } from '../../../core/download/download.ts';
import { packFeed } from '../../../core/feed/pack-feed.ts';
import { folderFeedUrl, readFolderAddress } from '../../../core/folder/folder-address.ts';
import type { FolderFile } from '../../../core/folder/folder-file.ts';
import type { RequestArgs, RequestResult } from '../../../core/ipc/contract.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import type { Result } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import { createRunInTurn } from '../downloads/run-in-turn.ts';
import { errorFromNode } from '../network/network-error.ts';
import { FolderMemory } from './folder-memory.ts';
import { FolderShow } from './folder-show.ts';
import { FolderWatch } from './watch-folder.ts';

export interface FolderServiceNeeds {
  /** Where what is known of the folders is kept. */
  readonly base: string;
  readonly runJob: RunWorkerJob;
  readonly now: () => number;
  /** Something in the folder of a show has changed. */
  readonly changed: (podcastId: string) => void;
  /** How many files of a folder have been read, of those that must be. */
  readonly progress: (podcastId: string, done: number, total: number) => void;
}

/** Where the audio of an episode lies, and where what is kept about it goes. */
export interface FoundInFolder {
  readonly folder: string;
  readonly name: string;
  readonly kept: { readonly folder: string; readonly name: string };
}

const idForm = /^[0-9a-f]{16}$/;

/** Folders of this computer as shows. Make one with `FolderService.open`. */
export class FolderService {
  private readonly inTurn = createRunInTurn();
  private readonly watches = new Map<string, FolderWatch>();

  private constructor(
    private readonly needs: FolderServiceNeeds,
    private readonly memory: FolderMemory,
    private readonly shows: Map<string, FolderShow>,
  ) {}

  /** Reads what is known; looks at no folder yet. */
  static async open(needs: FolderServiceNeeds): Promise<FolderService> {
    const memory = new FolderMemory(needs.base);
    const shows = new Map<string, FolderShow>();
    const names = await readdir(needs.base).catch(() => []);
    for (const podcastId of names.filter((name) => idForm.test(name))) {
      const known = await memory.read(podcastId);
      if (known !== null) shows.set(podcastId, new FolderShow(podcastId, known, { ...needs, memory }));
    }
    return new FolderService(needs, memory, shows);
  }

  /**
   * Makes a folder that the user chose just now a show; one that is a show already keeps its id. With `podcastId`, the show's folder lies
   * there from now on. Fails with the codes of the disk.
   */
  add(folder: string, podcastId?: string): Promise<Result<{ podcastId: string }>> {
    return toResult(async () => {
      const known = podcastId === undefined ? undefined : this.shows.get(podcastId);
      const same = [...this.shows.values()].find((show) => show.folder === folder);
      try {
        if (known !== undefined) await known.moveTo(folder);
        else if (same === undefined) return { podcastId: await this.adopt(folder, podcastId) };
        return { podcastId: (known ?? same)!.podcastId };
      } catch (cause) {
        throw new AppFailure(errorFromNode(cause, 'disk-failed'));
      }
    });
  }

  /** The show as a feed, if it differs from what `validators` speak of. */
  fetch(
    { url, validators }: Pick<RequestArgs<'feed:fetch'>, 'url' | 'validators'>,
    signal: AbortSignal,
  ): Promise<Result<RequestResult<'feed:fetch'>>> {
    const podcastId = readFolderAddress(url)?.podcastId ?? '';
    const look = async (): Promise<RequestResult<'feed:fetch'>> => {
      const show = this.require(podcastId);
      const { stamp, feed, scan } = await show.look(signal, (done, total) =>
        this.needs.progress(podcastId, done, total),
      );
      this.watch(show, scan.directories);
      if (validators.etag === stamp) return { kind: 'unchanged' };
      return {
        kind: 'fetched',
        feed: packFeed(feed()),
        validators: { etag: stamp },
        url: folderFeedUrl(podcastId),
      };
    };
    return this.inTurn(podcastId, () => toResult(look)).catch((cause: unknown) => {
      if (signal.aborted) return { ok: true, value: { kind: 'cancelled' } } as const;
      throw cause;
    });
  }

  /** How each file stood when its folder was last looked at, as a download that is done or missing. */
  list(): DownloadSnapshot[] {
    return [...this.shows.values()].flatMap((show) =>
      [...show.files].map(([episodeId, file]) => snapshotOf(show, episodeId, file)),
    );
  }

  /** Null for an episode of no folder, and for a file that was gone when last looked. */
  findFile(episodeId: string): FoundInFolder | null {
    const show = this.shows.get(episodeId.slice(0, 16));
    const file = show?.files.get(episodeId);
    if (show === undefined || file === undefined || file.gone) return null;
    return {
      folder: show.folder,
      name: file.name,
      kept: { folder: this.memory.placeOf(show.podcastId), name: file.id },
    };
  }

  /** The folder and the file that an address of a folder show speaks of. Fails with `not-found`. */
  show(podcastId: string): FolderShow {
    return this.require(podcastId);
  }

  /** The show is unsubscribed: what is known of the folder goes, the folder stays as it is. */
  forget(podcastId: string): Promise<Result<Record<string, never>>> {
    return this.inTurn(podcastId, () =>
      toResult(async () => {
        this.watches.get(podcastId)?.close();
        this.watches.delete(podcastId);
        if (this.shows.delete(podcastId)) await this.memory.forget(podcastId);
        return {};
      }),
    );
  }

  private async adopt(folder: string, asked?: string): Promise<string> {
    const podcastId = asked ?? randomBytes(8).toString('hex');
    const known = { folder, addedAt: this.needs.now(), files: [] };
    await this.memory.write(podcastId, known);
    this.shows.set(podcastId, new FolderShow(podcastId, known, { ...this.needs, memory: this.memory }));
    return podcastId;
  }

  private require(podcastId: string): FolderShow {
    const show = this.shows.get(podcastId);
    // What was known of it is lost: the folder must be chosen again.
    if (show === undefined) throw new AppFailure(appError('show-folder-gone', podcastId));
    return show;
  }

  private watch(show: FolderShow, directories: readonly string[]): void {
    const { podcastId, folder } = show;
    const watch = this.watches.get(podcastId) ?? new FolderWatch(() => this.needs.changed(podcastId));
    this.watches.set(podcastId, watch);
    watch.set(folder, directories);
  }
}

function snapshotOf(
  show: FolderShow,
  episodeId: string,
  { name, about, gone }: FolderFile,
): DownloadSnapshot {
  const fileName = path.posix.normalize(name);
  if (show.error !== null || gone)
    return {
      episodeId,
      state: 'missing',
      receivedBytes: 0,
      fileName,
      inPlace: true,
      error: show.error ?? appError('folder-file-missing'),
    };
  const { size } = about.source;
  return {
    episodeId,
    state: 'done',
    receivedBytes: size,
    ...(size > 0 && { totalBytes: size }),
    fileName,
    inPlace: true,
  };
}
