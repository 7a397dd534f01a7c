import path from 'node:path';
import { shell } from 'electron';
import { appError } from '../../../core/app-error.ts';
import { failure, success } from '../../../core/result.ts';
import type { DownloadService } from '../downloads/download-service.ts';
import { fileInside } from '../files/file-inside.ts';
import type { Handlers } from './answer-request.ts';

export interface DownloadNeeds {
  /** Comes when its folders are read. */
  readonly downloads: Promise<DownloadService>;
}

type DownloadHandlers = Pick<
  Handlers,
  'download:start' | 'download:cancel' | 'download:remove' | 'download:list' | 'download:show-in-folder'
>;

export function downloadHandlers({ downloads }: DownloadNeeds): DownloadHandlers {
  return {
    'download:start': async (request) => (await downloads).start(request),
    'download:cancel': async ({ episodeId }) => (await downloads).cancel(episodeId),
    'download:remove': async ({ episodeId }) => (await downloads).remove(episodeId),
    'download:list': async () => success(await (await downloads).list()),
    'download:show-in-folder': async ({ episodeId }) => {
      const place = await (await downloads).findFile(episodeId);
      const file = place === null ? null : await fileInside(place.folder, place.name);
      if (file === null) return failure(appError('file-missing'));
      shell.showItemInFolder(path.normalize(file));
      return success({});
    },
  };
}
