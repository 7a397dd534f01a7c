import path from 'node:path';
import { app, nativeTheme } from 'electron';
import type { BrowserWindow } from 'electron';
import { serveApp } from './app-protocol.ts';
import { createHandlers } from './ipc/handlers.ts';
import { registerHandlers } from './ipc/register.ts';
import { createSendEvent } from './ipc/send-event.ts';
import type { SendEvent } from './ipc/send-event.ts';
import type { Logger } from './logger.ts';
import { serveMedia } from './media/media-protocol.ts';
import type { Paths } from './paths.ts';
import { serveArt } from './pictures/art-protocol.ts';
import { createServices } from './services.ts';
import { languageShown } from './settings/language-shown.ts';
import { openSettings } from './settings/settings-store.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import { setApplicationMenu } from './system/application-menu.ts';
import { deliverHandedOver } from './system/deliver-handed-over.ts';
import { Desktop } from './system/desktop.ts';
import type { HandedOver } from './system/find-handed-over.ts';
import { keepForPage } from './system/keep-for-page.ts';
import type { PageMail } from './system/keep-for-page.ts';
import { keepWindow } from './system/keep-window.ts';
import type { WindowKeeper } from './system/keep-window.ts';
import { openExternal } from './system/open-external.ts';
import { quitAfter } from './system/quit-after.ts';
import { sayWindowBroke } from './system/say-window-broke.ts';
import { becomeOnlyInstance } from './system/single-instance.ts';
import { createWindow, denyPermissions } from './window.ts';

/** Starts Earmark, or ends when another one is running with the same data. */
export function start(paths: Paths, log: Logger): void {
  let keeper: WindowKeeper | null = null;
  const handedOver = keepForPage<HandedOver>();
  if (!becomeOnlyInstance(handedOver.receive, () => keeper?.show())) {
    app.quit();
    return;
  }
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  const keep = (window: WindowKeeper): void => void (keeper = window);
  compose({ paths, log, handedOver, keep }).catch((cause: unknown) => {
    log.error('Earmark could not start', cause);
    app.exit(1);
  });
}

interface Given {
  readonly paths: Paths;
  readonly log: Logger;
  readonly handedOver: PageMail<HandedOver>;
  /** Told the window as soon as there is one. */
  readonly keep: (window: WindowKeeper) => void;
}

/** Composition: makes each part once and hands each what it needs. */
async function compose({ paths, log, handedOver, keep }: Given): Promise<void> {
  const [settings] = await Promise.all([openSettings(paths.settingsFile, log), app.whenReady()]);
  const language = languageShown(settings, {
    commandLine: app.commandLine.getSwitchValue('lang'),
    system: () => app.getPreferredSystemLanguages(),
  });
  const downloadFolder = (): string => settings.read().downloadFolder || paths.downloads;
  nativeTheme.themeSource = settings.read().theme;
  denyPermissions();
  serveApp(paths.renderer);
  const deliver = (what: HandedOver): void =>
    void deliverHandedOver(what, services.runJob).then((read) => send('system:add-show', read));
  const window = keepWindow({
    create: () => desktop.adopt(hearPage(openWindow({ paths, settings, log }), handedOver, deliver)),
    giveUp: () => sayWindowBroke(language()),
    log,
  });
  const send = createSendEvent(window.current);
  const desktop = new Desktop({ paths, settings, language, window, send });
  keep(window);
  window.show();
  // All of this is done while the page's process starts.
  const services = createServices({
    paths,
    log,
    send,
    settings,
    downloadFolder,
    version: app.getVersion(),
    noteDownload: (snapshot) => desktop.taskbar.noteDownload(snapshot),
  });
  serveMedia(services.media);
  serveArt(services.pictures);
  registerHandlers(
    createHandlers({
      ...services,
      settings,
      language,
      log,
      window: window.current,
      downloadFolder,
      desktop,
      licences: paths.licences,
    }),
    window.current,
    log,
  );
  const menu = (): void => setApplicationMenu(language(), (command) => send('system:command', command));
  menu();
  followSettings(settings, send, [menu, () => desktop.look(), services.downloadSettingsChanged]);
  app.on('activate', () => window.show());
  quitAfter(() => {
    services.stop();
    return settings.settled();
  });
  await services.downloads;
  log.info(`Earmark ${app.getVersion()} started in ${path.basename(paths.data)}`);
}

/** A changed setting holds at once. */
function followSettings(settings: SettingsStore, send: SendEvent, others: readonly (() => void)[]): void {
  settings.onChange((changed) => {
    nativeTheme.themeSource = changed.theme;
    send('settings:changed', changed);
    for (const follow of others) follow();
  });
}

/** What was handed over waits for a page that can take it. */
function hearPage(
  window: BrowserWindow,
  handedOver: PageMail<HandedOver>,
  deliver: (what: HandedOver) => void,
): BrowserWindow {
  window.webContents.on('did-finish-load', () => handedOver.open(deliver));
  window.webContents.on('render-process-gone', handedOver.close);
  window.on('closed', handedOver.close);
  return window;
}

function openWindow({ paths, settings, log }: { paths: Paths; settings: SettingsStore; log: Logger }) {
  return createWindow({
    preload: paths.preload,
    saved: settings.read().window,
    log,
    openExternal: (url) => openExternal(url, log),
    remember: (place) => {
      settings
        .change({ window: place })
        .catch((cause: unknown) => log.error('The window place was not saved', cause));
    },
  });
}
