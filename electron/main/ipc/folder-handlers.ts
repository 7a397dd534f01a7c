import { shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { appError } from '../../../core/app-error.ts';
import { failure, success } from '../../../core/result.ts';
import { toResult } from '../app-failure.ts';
import type { FolderService } from '../folders/folder-service.ts';
import { chooseFolder } from '../system/choose-folder.ts';
import type { Handlers } from './answer-request.ts';

export interface FolderNeeds {
  readonly folders: Promise<FolderService>;
  readonly window: () => BrowserWindow | null;
}

type FolderHandlers = Pick<Handlers, Extract<keyof Handlers, `folder:${string}`>>;

/** Folders as shows. Their paths come from the system's dialog only, never from the window. */
export function folderHandlers({ folders, window }: FolderNeeds): FolderHandlers {
  return {
    'folder:choose': async ({ podcastId }) => {
      const folder = await chooseFolder(window());
      if (folder === null) return success({ kind: 'cancelled' });
      const added = await (await folders).add(folder, podcastId);
      return added.ok ? success({ kind: 'chosen', ...added.value }) : added;
    },
    'folder:forget': async ({ podcastId }) => (await folders).forget(podcastId),
    'folder:reveal': async ({ podcastId }) => {
      const show = await toResult(async () => (await folders).show(podcastId));
      if (!show.ok) return show;
      const problem = await shell.openPath(show.value.folder);
      return problem === '' ? success({}) : failure(appError('show-folder-gone', problem));
    },
  };
}
