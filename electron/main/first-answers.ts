import { app } from 'electron';
import type { RequestChannel } from '../../core/ipc/channels.ts';
import type { Envelope } from '../../core/ipc/contract.ts';
import { firstHandlers } from './ipc/first-handlers.ts';
import type { FirstNeeds } from './ipc/first-handlers.ts';
import type { Logger } from './logger.ts';
import type { Paths } from './paths.ts';
import { languageShown } from './settings/language-shown.ts';
import { openSettings } from './settings/settings-store.ts';

export interface FirstAnswers extends FirstNeeds {
  /** Null: that is for others to answer, or to refuse. */
  readonly answer: (channel: RequestChannel, args: unknown) => Promise<Envelope<RequestChannel>> | null;
}

/** Opens the settings and answers what the page must know before it draws, while nothing else of the main process is there. */
export async function openFirstAnswers(paths: Paths, log: Logger): Promise<FirstAnswers> {
  const settings = await openSettings(paths.settingsFile, log);
  const language = languageShown(settings, {
    commandLine: app.commandLine.getSwitchValue('lang'),
    system: () => app.getPreferredSystemLanguages(),
  });
  const downloadFolder = (): string => settings.read().downloadFolder || paths.downloads;
  const needs = { settings, language, downloadFolder };
  const handlers = firstHandlers(needs);
  return {
    ...needs,
    answer: (channel, args) =>
      (channel === 'settings:read' || channel === 'system:info') && isEmpty(args)
        ? handlers[channel]({})
        : null,
  };
}

/** All that these two may be given. */
function isEmpty(args: unknown): boolean {
  return typeof args === 'object' && args !== null && Object.keys(args).length === 0;
}
