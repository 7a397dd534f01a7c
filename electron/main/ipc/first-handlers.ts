import { app } from 'electron';
import { success } from '../../../core/result.ts';
import type { Language } from '../../../core/settings/choose-language.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Handlers } from './answer-request.ts';

export interface FirstNeeds {
  readonly settings: SettingsStore;
  /** The language shown now. */
  readonly language: () => Language;
  /** Absolute path of the folder in force. */
  readonly downloadFolder: () => string;
}

/** What the page asks before it can draw anything. */
export type FirstHandlers = Pick<Handlers, 'settings:read' | 'system:info'>;

const platforms: Partial<Record<NodeJS.Platform, 'windows' | 'mac'>> = { win32: 'windows', darwin: 'mac' };

/** Apart from the other handlers because they answer before those are read (docs/decisions/0006). */
export function firstHandlers({ settings, language, downloadFolder }: FirstNeeds): FirstHandlers {
  return {
    'settings:read': () => Promise.resolve(success(settings.read())),
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
  };
}
