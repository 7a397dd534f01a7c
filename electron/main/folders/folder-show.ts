import { createHash } from 'node:crypto';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import type { AppError } from '../../../core/app-error.ts';
import type { AudioDescription } from '../../../core/audio/describe-audio-job.ts';
import { buildFolderFeed } from '../../../core/folder/build-folder-feed.ts';
import type { FolderFile, FoundFile } from '../../../core/folder/folder-file.ts';
import { matchFiles, sortOutUnchanged } from '../../../core/folder/match-files.ts';
import type { Described } from '../../../core/folder/match-files.ts';
import { rememberFiles } from '../../../core/folder/remember-files.ts';
import { episodeId } from '../../../core/feed/episode-identity.ts';
import type { ParsedFeed } from '../../../core/feed/feed.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { AppFailure } from '../app-failure.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { FolderMemory, RememberedFolder } from './folder-memory.ts';
import { scanFolder } from './scan-folder.ts';
import type { FolderScan } from './scan-folder.ts';

export interface FolderShowNeeds {
  readonly memory: FolderMemory;
  readonly runJob: RunWorkerJob;
}

/** One look at a folder. */
export interface FolderLook {
  readonly feed: () => ParsedFeed;
  /** Another one when anything the feed is made of differs. */
  readonly stamp: string;
  readonly scan: FolderScan;
}

/** Files looked at in one job of the worker, whose time is limited. */
const filesInJob = 24;
/** What sniffing makes of files that only have the name of audio. */
const noAudio: readonly AudioDescription['kind'][] = ['html', 'text', 'empty', 'unknown'];

/** One folder that is a show: what lies in it, and which episode each file is. */
export class FolderShow {
  /** Why the folder could not be looked at last time; null: it could. */
  private trouble: AppError | null = null;
  private byEpisode = new Map<string, FolderFile>();
  private byId = new Map<string, FolderFile>();
  /** Of all that is remembered of the files; made anew when that changes. */
  private filesHash = '';

  constructor(
    readonly podcastId: string,
    private known: RememberedFolder,
    private readonly needs: FolderShowNeeds,
  ) {
    this.index();
  }

  get folder(): string {
    return this.known.folder;
  }

  get error(): AppError | null {
    return this.trouble;
  }

  /** Every file ever seen, those that are gone too, by episode. */
  get files(): ReadonlyMap<string, FolderFile> {
    return this.byEpisode;
  }

  fileOf(fileId: string): FolderFile | undefined {
    return this.byId.get(fileId);
  }

  /** The folder lies elsewhere now. */
  async moveTo(folder: string): Promise<void> {
    this.known = { ...this.known, folder };
    await this.needs.memory.write(this.podcastId, this.known);
  }

  /**
   * Looks at the folder; only what has changed is read. `onProgress` hears how many of those have been. Rejects with AppFailure (`show-folder-gone`
   * where its drive is away: nothing is forgotten then), or AbortError.
   */
  async look(signal: AbortSignal, onProgress: (done: number, total: number) => void): Promise<FolderLook> {
    try {
      const scan = await this.scan();
      signal.throwIfAborted();
      const { unchanged, toDescribe } = sortOutUnchanged(this.known.files, scan.audio);
      const described = await this.describe(toDescribe, { signal, onProgress });
      const matched = matchFiles(this.known.files, unchanged, described);
      await this.remember([...unchanged, ...matched], scan);
      this.trouble = null;
      return { scan, stamp: this.stamp(scan), feed: () => this.feed(scan) };
    } catch (cause) {
      if (signal.aborted) throw cause;
      this.trouble = errorFromNode(cause, 'disk-failed');
      throw new AppFailure(this.trouble);
    }
  }

  private async scan(): Promise<FolderScan> {
    const gone = (): AppFailure => new AppFailure(appError('show-folder-gone', path.basename(this.folder)));
    const scan = await scanFolder(this.folder).catch((cause: unknown) => {
      const { code } = cause as NodeJS.ErrnoException;
      throw code === 'ENOENT' || code === 'ENOTDIR' ? gone() : cause;
    });
    // What stays behind where a drive was mounted is an empty folder.
    const wasFilled = this.known.files.some((file) => file.gone === undefined);
    if (wasFilled && scan.audio.length === 0 && scan.others.length === 0) throw gone();
    return scan;
  }

  private async describe(
    files: readonly FoundFile[],
    how: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
  ): Promise<Described[]> {
    const described: Described[] = [];
    for (let at = 0; at < files.length; at += filesInJob) {
      how.signal.throwIfAborted();
      how.onProgress(at, files.length);
      const some = files.slice(at, at + filesInJob);
      const found = await this.describeSome(some);
      for (const [index, about] of found.entries())
        if (about !== null) described.push({ name: some[index]!.name, about });
    }
    return described;
  }

  /** A file that the worker dies or hangs on is left out; the others of its job are looked at one by one. */
  private async describeSome(files: readonly FoundFile[]): Promise<(AudioDescription | null)[]> {
    const paths = files.map(({ name }) => path.join(this.folder, name));
    const all = await this.needs.runJob('audio:describe', { files: paths });
    if (all.ok && all.value.described.length === files.length) return all.value.described;
    const one: (AudioDescription | null)[] = [];
    for (const file of paths) {
      const alone = await this.needs.runJob('audio:describe', { files: [file] });
      one.push(alone.ok ? (alone.value.described[0] ?? null) : null);
    }
    return one;
  }

  private async remember(present: readonly FolderFile[], scan: FolderScan): Promise<void> {
    const before = this.known.files;
    const listed = new Set(scan.audio.map(({ name }) => name));
    const files = rememberFiles(before, present, { listed, unreadable: scan.unreadable });
    if (files.length === before.length && files.every((file, at) => isSameFile(file, before[at]!))) return;
    this.known = { ...this.known, files };
    this.index();
    await this.needs.memory.write(this.podcastId, this.known);
  }

  private index(): void {
    const { files } = this.known;
    this.byEpisode = new Map(files.map((file) => [episodeId(this.podcastId, file.id), file]));
    this.byId = new Map(files.map((file) => [file.id, file]));
    this.filesHash = hashOf(files);
  }

  private playable(): FolderFile[] {
    return this.known.files.filter(({ gone, about }) => gone === undefined && !noAudio.includes(about.kind));
  }

  private feed(scan: FolderScan): ParsedFeed {
    const { addedAt } = this.known;
    const feed = buildFolderFeed({
      podcastId: this.podcastId,
      title: path.basename(this.folder) || this.folder,
      addedAt,
      files: this.playable(),
      others: scan.others,
    });
    const { names, beyond } = scan.leftOut;
    const warnings = [
      ...(names > 0 ? [{ code: 'unreadable-names', count: names }] : []),
      ...(scan.unreadable.length > 0 ? [{ code: 'unreadable-folders', count: scan.unreadable.length }] : []),
      ...(beyond ? [{ code: 'too-many-files', count: 1 }] : []),
    ];
    return { ...feed, warnings };
  }

  private stamp({ leftOut, unreadable, others }: FolderScan): string {
    return hashOf([this.folder, this.filesHash, leftOut, unreadable, others]);
  }
}

function isSameFile(one: FolderFile, other: FolderFile): boolean {
  return (
    one.id === other.id && one.name === other.name && one.gone === other.gone && one.about === other.about
  );
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
