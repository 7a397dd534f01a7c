import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
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

/** Pictures fetched once and kept under the SHA-256 of their address, so that they show offline too. */
export class PictureService {
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

  private async loadOrThrow({
    url,
    feedUrl,
  }: {
    url: string;
    feedUrl: string;
  }): Promise<{ address: string }> {
    const hash = createHash('sha256').update(url).digest('hex');
    const file = path.join(this.needs.folder, hash);
    const isKept = await stat(file).then(
      () => true,
      () => false,
    );
    if (!isKept) {
      const signal = new AbortController().signal;
      const { bytes } = await fetchBytes(this.needs.openUrl, {
        url,
        signal,
        limits,
        allowPrivateFrom: feedUrl,
        allowPlain: true,
      });
      requirePicture(bytes);
      await this.keep(file, bytes);
    }
    return { address: `art://cache/${hash}` };
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

function requirePicture(bytes: Uint8Array): void {
  const kind = pictureKind(bytes);
  if (kind === null) throw new AppFailure(appError('image-unreadable', 'not a picture'));
  const size = pictureSize(bytes, kind);
  if (size === null || size.width === 0 || size.height === 0)
    throw new AppFailure(appError('image-unreadable', 'a picture without a size'));
  if (size.width * size.height > mostPixels)
    throw new AppFailure(appError('too-large', `${size.width} by ${size.height} pixels`));
}
