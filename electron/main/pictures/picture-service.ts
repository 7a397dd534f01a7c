import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import type { RequestArgs, RequestResult } from '../../../core/ipc/contract.ts';
import type { Result } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import { replaceFile } from '../files/replace-file.ts';
import { fetchBytes } from '../network/fetch-bytes.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { NetworkLimits, OpenUrl } from '../network/open-url.ts';
import { PicturePins } from './picture-pins.ts';
import { pictureKind } from './picture-kind.ts';
import { pictureSize } from './picture-size.ts';

export interface PictureServiceNeeds {
  readonly openUrl: OpenUrl;
  readonly folder: string;
  /** What the kept pictures may take together. */
  readonly maximumBytes?: number;
}

const limits: NetworkLimits = {
  maximumBytes: 20 * 1024 * 1024,
  connectMs: 20_000,
  idleMs: 20_000,
  totalMs: 60_000,
};
/** Unpacked, a pixel takes four bytes. */
const mostPixels = 50_000_000;
const name = /^[0-9a-f]{64}$/;
const maximumBytes = 512 * 1024 * 1024;
/** Share of the bound that is left after trimming, so that not every new picture trims. */
const trimmedTo = 0.8;
/** The cache is looked through after so much has come. */
const trimEveryBytes = 16 * 1024 * 1024;
/** How often a picture counts as looked at again, ms: not every sight of it is worth a write. */
const usedAgainAfterMs = 24 * 60 * 60 * 1000;

/**
 * Pictures fetched once and kept under the SHA-256 of their address, so that they show offline too. Those of downloaded episodes stay while
 * the download does, beyond the bound.
 */
export class PictureService {
  /** As if much had come already: the first picture of a run looks at what earlier runs left. */
  private addedBytes = trimEveryBytes;
  private readonly underWay = new Map<string, Promise<Result<RequestResult<'artwork:load'>>>>();

  private readonly pins: PicturePins;

  constructor(private readonly needs: PictureServiceNeeds) {
    this.pins = new PicturePins(path.join(needs.folder, 'kept.json'));
  }

  load(asked: { url: string; feedUrl: string }): Promise<Result<RequestResult<'artwork:load'>>> {
    const known = this.underWay.get(asked.url);
    if (known !== undefined) return known;
    const loading = toResult(() => this.loadOrThrow(asked)).finally(() => this.underWay.delete(asked.url));
    this.underWay.set(asked.url, loading);
    return loading;
  }

  /** A kept picture and its type; null when there is none under that name. */
  async read(hash: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
    if (!name.test(hash)) return null;
    try {
      const bytes = await readFile(path.join(this.needs.folder, hash));
      const type = pictureKind(bytes);
      return type === null ? null : { bytes, type };
    } catch {
      return null;
    }
  }

  /** Brings the pictures of a downloaded episode and keeps them while it is downloaded. Answers how many could not be had. */
  keepFor(asked: RequestArgs<'artwork:keep'>): Promise<Result<RequestResult<'artwork:keep'>>> {
    const { episodeId, feedUrl, urls } = asked;
    return orDiskFailure(async () => {
      const names: string[] = [];
      for (const url of urls) if ((await this.load({ url, feedUrl })).ok) names.push(nameOf(url));
      await this.pins.set(episodeId, names);
      return { missing: urls.length - names.length };
    });
  }

  /** The download of an episode is gone: its pictures are like any others. */
  async release(episodeId: string): Promise<void> {
    await this.pins.release(episodeId).catch(() => undefined);
  }

  /** Which of these downloaded episodes have all their pictures. What is kept for any other is let go. */
  whole(episodeIds: readonly string[]): Promise<Result<RequestResult<'artwork:whole'>>> {
    return orDiskFailure(async () => {
      await this.pins.keepOnly(new Set(episodeIds));
      const present = new Set(await readdir(this.needs.folder).catch(() => []));
      return { episodeIds: await this.pins.whole(present) };
    });
  }

  /** Bytes of the pictures that may go at any time, and of those that belong to downloads. */
  async countBytes(): Promise<{ free: number; kept: number }> {
    const sum = { free: 0, kept: 0 };
    for (const { bytes, isPinned } of await this.present()) sum[isPinned ? 'kept' : 'free'] += bytes;
    return sum;
  }

  /** Drops all but those of downloads; they are fetched again when they are next looked at. */
  clear(): Promise<Result<Record<string, never>>> {
    return orDiskFailure(async () => {
      for (const { file } of await this.unpinned()) await rm(file, { force: true });
      return {};
    });
  }

  /** Drops what was not looked at for longest, down to well below the bound. A picture that is read counts as looked at. */
  async trim(): Promise<void> {
    const kept = await this.unpinned();
    const bytes = kept.reduce((sum, picture) => sum + picture.bytes, 0);
    const bound = this.needs.maximumBytes ?? maximumBytes;
    if (bytes <= bound) return;
    let over = bytes - bound * trimmedTo;
    for (const picture of kept.sort((one, other) => one.usedAt - other.usedAt)) {
      if (over <= 0) return;
      await rm(picture.file, { force: true });
      over -= picture.bytes;
    }
  }

  private async unpinned(): Promise<PresentPicture[]> {
    return (await this.present()).filter(({ isPinned }) => !isPinned);
  }

  private async present(): Promise<PresentPicture[]> {
    const names = (await readdir(this.needs.folder).catch(() => [])).filter((one) => name.test(one));
    const pinned = await this.pins.names();
    const found = await Promise.all(
      names.map(async (one) => {
        const file = path.join(this.needs.folder, one);
        const about = await stat(file).catch(() => null);
        return about?.isFile() === true
          ? [{ file, bytes: about.size, usedAt: about.mtimeMs, isPinned: pinned.has(one) }]
          : [];
      }),
    );
    return found.flat();
  }

  private async loadOrThrow({
    url,
    feedUrl,
  }: {
    url: string;
    feedUrl: string;
  }): Promise<{ address: string }> {
    const hash = nameOf(url);
    const file = path.join(this.needs.folder, hash);
    const kept = await stat(file).catch(() => null);
    if (kept !== null) await markUsed(file, kept.mtimeMs);
    else {
      const signal = new AbortController().signal;
      const { bytes } = await fetchBytes(this.needs.openUrl, {
        url,
        signal,
        limits,
        allowPrivateFrom: feedUrl,
      });
      requirePicture(bytes);
      await this.keep(file, bytes);
      this.addedBytes += bytes.byteLength;
      if (this.addedBytes >= trimEveryBytes) await this.trimAgain();
    }
    return { address: `art://cache/${hash}` };
  }

  private async trimAgain(): Promise<void> {
    this.addedBytes = 0;
    await this.trim().catch(() => undefined);
  }

  private async keep(file: string, bytes: Uint8Array): Promise<void> {
    try {
      await mkdir(this.needs.folder, { recursive: true });
      await replaceFile(file, bytes);
    } catch (cause) {
      throw new AppFailure(errorFromNode(cause, 'disk-failed'));
    }
  }
}

interface PresentPicture {
  readonly file: string;
  readonly bytes: number;
  readonly usedAt: number;
  readonly isPinned: boolean;
}

function nameOf(url: string): string {
  return createHash('sha256').update(url).digest('hex');
}

function orDiskFailure<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  return toResult(() =>
    work().catch((cause: unknown) => {
      throw new AppFailure(errorFromNode(cause, 'disk-failed'));
    }),
  );
}

/** The time of change says when a picture was last wanted. */
async function markUsed(file: string, usedAt: number): Promise<void> {
  const now = Date.now();
  if (now - usedAt > usedAgainAfterMs) await utimes(file, now / 1000, now / 1000).catch(() => undefined);
}

function requirePicture(bytes: Uint8Array): void {
  const kind = pictureKind(bytes);
  if (kind === null) throw new AppFailure(appError('image-unreadable', 'not a picture'));
  const size = pictureSize(bytes, kind);
  if (size === null || size.width === 0 || size.height === 0)
    throw new AppFailure(appError('image-unreadable', 'a picture without a size'));
  if (size.width * size.height > mostPixels)
    throw new AppFailure(appError('too-large', `${size.width} by ${size.height} pixels`));
}
