import type { BrowserWindow } from 'electron';
import { success } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import type { Settings } from '../../../core/settings/settings.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import type { DownloadService } from '../downloads/download-service.ts';
import type { Logger } from '../logger.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { chooseFolder } from '../system/choose-folder.ts';
import { readLicences } from '../system/read-licences.ts';
import { openExternal } from '../system/open-external.ts';
import type { Handlers } from './answer-request.ts';
import type { Cancellations } from './cancellations.ts';
import { firstHandlers } from './first-handlers.ts';
import type { FirstHandlers, FirstNeeds } from './first-handlers.ts';

export interface SystemNeeds extends FirstNeeds {
  readonly log: Logger;
  readonly window: () => BrowserWindow | null;
  readonly cancellations: Cancellations;
  readonly downloads: Promise<Pick<DownloadService, 'adopt'>>;
  /** The folder that LICENSE and THIRD-PARTY-NOTICES.txt ship in. */
  readonly licences: string;
}

type SystemHandlers = FirstHandlers &
  Pick<
    Handlers,
    | 'settings:change'
    | 'settings:choose-download-folder'
    | 'system:licences'
    | 'system:open-external'
    | 'system:report-error'
    | 'request:cancel'
  >;

export function systemHandlers(needs: SystemNeeds): SystemHandlers {
  const { settings, log, window, cancellations, downloadFolder, downloads, licences } = needs;
  return {
    ...firstHandlers(needs),
    'settings:change': (patch) => change(settings, definedOnly(patch)),
    'settings:choose-download-folder': async () => {
      const folder = await chooseFolder(window(), downloadFolder());
      if (folder === null) return success(settings.read());
      const adopted = await (await downloads).adopt(folder);
      return adopted.ok ? change(settings, { downloadFolder: folder }) : adopted;
    },
    'system:licences': () => toResult(() => readLicences(licences)),
    'system:open-external': ({ url }) => openExternal(url, log),
    'system:report-error': ({ message }) => {
      log.error(`Window: ${message}`);
      return Promise.resolve(success({}));
    },
    'request:cancel': ({ requestId }) => {
      cancellations.cancel(requestId);
      return Promise.resolve(success({}));
    },
  };
}

/** Settings that cannot be written are the disk's failure, not ours. */
function change(settings: SettingsStore, patch: Partial<Settings>): Promise<Result<Settings>> {
  return toResult(() =>
    settings.change(patch).catch((cause: unknown) => {
      throw new AppFailure(errorFromNode(cause, 'disk-failed'));
    }),
  );
}

/** A patch without the keys that were sent as undefined, which would otherwise erase settings. */
function definedOnly<Patch extends object>(
  patch: Patch,
): { [Key in keyof Patch]: Exclude<Patch[Key], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as never;
}
