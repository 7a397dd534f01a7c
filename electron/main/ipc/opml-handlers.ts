import { readFile, stat } from 'node:fs/promises';
import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { appError } from '../../../core/app-error.ts';
import { writeOpml } from '../../../core/feed/opml.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { success } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import { replaceFile } from '../files/replace-file.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { Handlers } from './answer-request.ts';

export interface OpmlNeeds {
  readonly window: () => BrowserWindow | null;
  readonly runJob: RunWorkerJob;
  readonly now: () => number;
}

type OpmlHandlers = Pick<Handlers, 'feed:choose-opml' | 'feed:read-opml' | 'feed:save-opml'>;

const maximumBytes = 20 * 1024 * 1024;
const filters = [{ name: 'OPML', extensions: ['opml', 'xml'] }];

/** Lists of shows. Paths come from the system's dialogs only, never from the window. */
export function opmlHandlers({ window, runJob, now }: OpmlNeeds): OpmlHandlers {
  return {
    'feed:choose-opml': async () => {
      const options: OpenDialogOptions = { properties: ['openFile'], filters };
      const owner = window();
      const choice = await (owner === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(owner, options));
      const [file] = choice.filePaths;
      if (choice.canceled || file === undefined) return success({ kind: 'cancelled' });
      const bytes = await toResult(() => readList(file));
      if (!bytes.ok) return bytes;
      const list = await runJob('opml:parse', { bytes: bytes.value });
      return list.ok ? success({ kind: 'read', ...list.value }) : list;
    },
    'feed:read-opml': ({ bytes }) => runJob('opml:parse', { bytes }),
    'feed:save-opml': async ({ title, outlines }) => {
      const options: SaveDialogOptions = { defaultPath: 'earmark.opml', filters };
      const owner = window();
      const choice = await (owner === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(owner, options));
      if (choice.canceled || choice.filePath === '') return success({ saved: false });
      return toResult(async () => {
        await replaceFile(choice.filePath, writeOpml(title, outlines, now())).catch((cause: unknown) => {
          throw new AppFailure(errorFromNode(cause, 'disk-failed'));
        });
        return { saved: true };
      });
    },
  };
}

async function readList(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { size } = await stat(file);
    if (size > maximumBytes) throw new AppFailure(appError('too-large'));
    return await readFile(file);
  } catch (cause) {
    throw new AppFailure(errorFromNode(cause, 'file-missing'));
  }
}
