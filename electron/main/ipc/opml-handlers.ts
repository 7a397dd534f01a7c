import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';
import { writeOpml } from '../../../core/feed/opml.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { success } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import { readOpmlFile } from '../feeds/read-opml-file.ts';
import { replaceFile } from '../files/replace-file.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { Handlers } from './answer-request.ts';
import { askWhereToSave } from './ask-where-to-save.ts';

export interface OpmlNeeds {
  readonly window: () => BrowserWindow | null;
  readonly runJob: RunWorkerJob;
  readonly now: () => number;
}

type OpmlHandlers = Pick<Handlers, 'feed:choose-opml' | 'feed:read-opml' | 'feed:save-opml'>;

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
      const list = await readOpmlFile(file, runJob);
      return list.ok ? success({ kind: 'read', ...list.value }) : list;
    },
    'feed:read-opml': ({ bytes }) => runJob('opml:parse', { bytes }),
    'feed:save-opml': async ({ title, outlines }) => {
      const file = await askWhereToSave(window(), { defaultPath: 'earmark.opml', filters });
      if (file === null) return success({ saved: false });
      return toResult(async () => {
        await replaceFile(file, writeOpml(title, outlines, now())).catch((cause: unknown) => {
          throw new AppFailure(errorFromNode(cause, 'disk-failed'));
        });
        return { saved: true };
      });
    },
  };
}
