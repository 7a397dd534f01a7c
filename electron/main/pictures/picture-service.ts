import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import type { RequestResult } from '../../../core/ipc/contract.ts';
import type { Result } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import { replaceFile } from '../files/replace-file.ts';
import { fetchBytes } from '../network/fetch-bytes.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { NetworkLimits, OpenUrl } from '../network/open-url.ts';
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

/** Pictures fetched once and kept under the SHA-256 of their address, so that they show offline too. */
export class PictureService {
  /** As if much had come already: the first picture of a run looks at what earlier runs left. */
  private addedBytes = trimEveryBytes;
  private readonly underWay = new Map<string, Promise<Result<RequestResult<'artwork:load'>>>>();

  constructor(private readonly needs: PictureServiceNeeds) {}

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

  /** Bytes of all kept pictures. */
  async countBytes(): Promise<number> {
    return (await this.kept()).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Fetched again when they are next looked at. */
  clear(): Promise<Result<Record<string, never>>> {
    return toResult(async () => {
      await rm(this.needs.folder, { recursive: true, force: true }).catch((cause: unknown) => {
        throw new AppFailure(errorFromNode(cause, 'disk-failed'));
      });
      return {};
    });
  }

  /** Drops what was not looked at for longest, down to well below the bound. A picture that is read counts as looked at. */
  async trim(): Promise<void> {
    const kept = await this.kept();
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

  private async kept(): Promise<{ file: string; bytes: number; usedAt: number }[]> {
    const names = await readdir(this.needs.folder).catch(() => []);
    const found = await Promise.all(
      names.map(async (one) => {
        const file = path.join(this.needs.folder, one);
        const about = await stat(file).catch(() => null);
        return about?.isFile() === true ? [{ file, bytes: about.size, usedAt: about.mtimeMs }] : [];
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
    const hash = createHash('sha256').update(url).digest('hex');
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
