import { tmpdir } from 'node:os';
import { nativeTheme } from 'electron';
import { createHandlers } from './ipc/handlers.ts';
import { answerRequest } from './ipc/answer-request.ts';
import type { Answer } from './ipc/register.ts';
import type { SendEvent } from './ipc/send-event.ts';
import { sweepFolders, sweepTemporary } from './files/sweep-temporary.ts';
import type { FirstAnswers } from './first-answers.ts';
import type { Logger } from './logger.ts';
import { answerMediaRequest } from './media/answer-media-request.ts';
import type { Paths } from './paths.ts';
import { answerArtRequest } from './pictures/answer-art-request.ts';
import type { AnswerScheme } from './serve-scheme.ts';
import { createServices } from './services.ts';
import { setApplicationMenu } from './system/application-menu.ts';
import { deliverHandedOver } from './system/deliver-handed-over.ts';
import { Desktop } from './system/desktop.ts';
import { printFolders } from './system/print-page.ts';
import type { HandedOver } from './system/find-handed-over.ts';
import type { WindowKeeper } from './system/keep-window.ts';

export interface BehindWindowNeeds {
  readonly first: FirstAnswers;
  readonly paths: Paths;
  readonly log: Logger;
  readonly window: WindowKeeper;
  readonly send: SendEvent;
  readonly version: string;
}

export interface BehindWindow {
  readonly answer: Answer;
  readonly answerMedia: AnswerScheme;
  readonly answerArt: AnswerScheme;
  /** Opens what the system handed over, in the page. */
  readonly deliver: (what: HandedOver) => void;
  /** Resolves when the folders of downloads are read. */
  readonly ready: Promise<unknown>;
  readonly stop: () => void;
}

/**
 * Composition of all that works behind the window. A script of its own, nine tenths of the main process: it is read when the
 * page has been, so that the window does not wait for it (docs/decisions/0006).
 */
export function workBehindWindow(needs: BehindWindowNeeds): BehindWindow {
  const { first, paths, log, window, send, version } = needs;
  const { settings, language, downloadFolder } = first;
  for (const folder of [paths.data, paths.downloadLedgers, paths.pictures]) void sweepTemporary(folder);
  void sweepFolders(tmpdir(), printFolders);
  const desktop = new Desktop({ paths, settings, language, window, send });
  const services = createServices({
    paths,
    log,
    send,
    settings,
    downloadFolder,
    version,
    noteDownload: (snapshot) => desktop.taskbar.noteDownload(snapshot),
  });
  const handlers = createHandlers({
    ...services,
    settings,
    language,
    log,
    window: window.current,
    downloadFolder,
    desktop,
    licences: paths.licences,
    bookThread: paths.books,
  });
  const menu = (): void => setApplicationMenu(language(), (command) => send('system:command', command));
  menu();
  settings.onChange((changed) => {
    nativeTheme.themeSource = changed.theme;
    send('settings:changed', changed);
    menu();
    desktop.look();
    services.downloadSettingsChanged();
  });
  window.onEach((opened) => desktop.adopt(opened));
  return {
    answer: (channel, args) => answerRequest({ channel, args }, handlers, log),
    answerMedia: (request) => answerMediaRequest(services.media, request),
    answerArt: (request) => answerArtRequest(services.pictures, request),
    deliver: (what) =>
      void deliverHandedOver(what, services.runJob).then((read) => send('system:add-show', read)),
    ready: services.downloads,
    stop: services.stop,
  };
}
