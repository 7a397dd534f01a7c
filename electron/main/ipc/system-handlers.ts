import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Language } from '../../../core/settings/choose-language.ts';
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

export interface SystemNeeds {
  readonly settings: SettingsStore;
  /** The language shown now. */
  readonly language: () => Language;
  readonly log: Logger;
  readonly window: () => BrowserWindow | null;
  readonly cancellations: Cancellations;
  /** Absolute path of the folder in force. */
  readonly downloadFolder: () => string;
  readonly downloads: Promise<Pick<DownloadService, 'adopt'>>;
  /** The folder that LICENSE and THIRD-PARTY-NOTICES.txt ship in. */
  readonly licences: string;
}

type SystemHandlers = Pick<
  Handlers,
  | 'settings:read'
  | 'settings:change'
  | 'settings:choose-download-folder'
  | 'system:info'
  | 'system:licences'
  | 'system:open-external'
  | 'system:report-error'
  | 'request:cancel'
>;

const platforms: Partial<Record<NodeJS.Platform, 'windows' | 'mac'>> = { win32: 'windows', darwin: 'mac' };

export function systemHandlers({
  settings,
  language,
  log,
  window,
  cancellations,
  downloadFolder,
  downloads,
  licences,
}: SystemNeeds): SystemHandlers {
  return {
    'settings:read': () => Promise.resolve(success(settings.read())),
    'settings:change': (patch) => change(settings, definedOnly(patch)),
    'settings:choose-download-folder': async () => {
      const folder = await chooseFolder(window(), downloadFolder());
      if (folder === null) return success(settings.read());
      const adopted = await (await downloads).adopt(folder);
      return adopted.ok ? change(settings, { downloadFolder: folder }) : adopted;
    },
    'system:info': () =>
      Promise.resolve(
        success({
          version: app.getVersion(),
          platform: platforms[process.platform] ?? 'linux',
          language: language(),
          downloadFolder: downloadFolder(),
          notices: settings.notice === null ? [] : [settings.notice],
        }),
      ),
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
