import path from 'node:path';
import { shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { appError } from '../../../core/app-error.ts';
import { failure, success } from '../../../core/result.ts';
import type { DownloadService } from '../downloads/download-service.ts';
import { fileInside } from '../files/file-inside.ts';
import type { FolderService } from '../folders/folder-service.ts';
import type { PictureService } from '../pictures/picture-service.ts';
import { chooseAudio } from '../system/choose-audio.ts';
import { conditions } from '../system/conditions.ts';
import type { BroughtTextReader } from '../transcripts/brought-texts.ts';
import type { Handlers } from './answer-request.ts';

export interface DownloadNeeds {
  /** Comes when its folders are read. */
  readonly downloads: Promise<DownloadService>;
  readonly folders: Promise<FolderService>;
  readonly pictures: PictureService;
  readonly broughtTexts: BroughtTextReader;
  readonly window: () => BrowserWindow | null;
}

type DownloadHandlers = Pick<Handlers, Extract<keyof Handlers, `download:${string}` | 'artwork:clear'>>;

export function downloadHandlers(needs: DownloadNeeds): DownloadHandlers {
  const { downloads, folders, pictures, broughtTexts, window } = needs;
  const letGo = async <Done extends { readonly ok: boolean }>(
    episodeId: string,
    done: Done,
  ): Promise<Done> => {
    if (done.ok) await pictures.release(episodeId);
    return done;
  };
  return {
    'download:start': async (request) => (await downloads).start(request),
    'download:cancel': async ({ episodeId }) => letGo(episodeId, await (await downloads).cancel(episodeId)),
    'download:remove': async ({ episodeId }) => letGo(episodeId, await (await downloads).remove(episodeId)),
    // Files of folder shows count as what is on this computer, as downloads do.
    'download:list': async () => success([...(await (await downloads).list()), ...(await folders).list()]),
    'download:show-in-folder': async ({ episodeId }) => {
      const place = (await folders).findFile(episodeId) ?? (await (await downloads).findFile(episodeId));
      const file = place === null ? null : await fileInside(place.folder, place.name);
      if (file === null) return failure(appError('file-missing'));
      shell.showItemInFolder(path.normalize(file));
      return success({});
    },
    'download:change-queue': async (change) => (await downloads).changeQueue(change),
    'download:queue-state': async () => success((await downloads).queueState()),
    'download:conditions': async () => {
      const [power, network] = await Promise.all([conditions.readPower(), conditions.readNetwork()]);
      return success({ power, network });
    },
    'download:find-file': async ({ download, feedLanguage }) => {
      const file = await chooseAudio(window());
      if (file === null) return success(null);
      const taken = await (await downloads).takeFile(download, file);
      if (!taken.ok) return taken;
      return success(await broughtTexts.besideOriginal(file, download.episodeId, feedLanguage));
    },
    'download:storage': async () => {
      const [storage, { free: pictureBytes, kept: keptPictureBytes }] = await Promise.all([
        downloads.then((service) => service.storage()),
        pictures.countBytes(),
      ]);
      return success({ ...storage, pictureBytes, keptPictureBytes });
    },
    'download:move': async () => (await downloads).move(),
    'download:stop-moving': async () => (await downloads).stopMoving(),
    'artwork:clear': () => pictures.clear(),
  };
}
