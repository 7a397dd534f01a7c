import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { appError } from '../../../core/app-error.ts';
import { isFolderAddress, readFolderAddress } from '../../../core/folder/folder-address.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { AppFailure } from '../app-failure.ts';
import { fileInside } from '../files/file-inside.ts';
import type { OpenedUrl, OpenRequest, OpenUrl } from '../network/open-url.ts';
import type { FolderService } from './folder-service.ts';

/** What may lie beside audio and is shown with it; anything else in the folder is nobody's business. */
const shown = /\.(?:vtt|srt|json|txt|html?|md|jpe?g|png|webp|gif|avif)$/i;

/**
 * Texts, chapters and pictures of folder shows as one more transport: `folder:…` answers like a server would; every other address goes on to
 * `openUrl`. Only the show itself may ask, so that no feed of the network reads files of this computer.
 */
export function withFolders(
  openUrl: OpenUrl,
  needs: { readonly folders: Promise<FolderService>; readonly runJob: RunWorkerJob },
): OpenUrl {
  return async (request) => {
    if (!isFolderAddress(request.url)) return openUrl(request);
    const asked = readFolderAddress(request.url);
    const asker = readFolderAddress(request.allowPrivateFrom ?? '');
    if (asked === null || asker?.podcastId !== asked.podcastId)
      throw new AppFailure(appError('address-scheme', 'only a folder show may use its own files'));
    const show = (await needs.folders).show(asked.podcastId);
    if (asked.part.kind === 'file' && shown.test(asked.part.name))
      return openFile(request, await fileInside(show.folder, asked.part.name));
    const audio = asked.part.kind === 'cover' ? show.fileOf(asked.part.fileId) : undefined;
    const file = audio === undefined ? null : await fileInside(show.folder, audio.name);
    const cover = file === null ? null : await needs.runJob('audio:cover', { file });
    if (cover?.ok !== true || cover.value.picture === null) throw notFound();
    requireSize(cover.value.picture.byteLength, request);
    return answer(request, Readable.from([cover.value.picture]));
  };
}

async function openFile(request: OpenRequest, file: string | null): Promise<OpenedUrl> {
  const about = file === null ? null : await stat(file).catch(() => null);
  if (file === null || about?.isFile() !== true) throw notFound();
  requireSize(about.size, request);
  return answer(request, createReadStream(file, { signal: request.signal }));
}

function requireSize(bytes: number, { limits }: OpenRequest): void {
  if (bytes > limits.maximumBytes) throw new AppFailure(appError('too-large', `${bytes} bytes`));
}

/** Without a type: what a file is, its address says, and its own bytes. */
function answer(request: OpenRequest, body: Readable): OpenedUrl {
  return {
    status: 200,
    headers: {},
    finalUrl: request.url,
    permanentUrl: request.url,
    body: body as AsyncIterable<Uint8Array>,
    close: () => void body.destroy(),
  };
}

function notFound(): AppFailure {
  return new AppFailure(appError('folder-file-missing'));
}
