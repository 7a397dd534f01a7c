import path from 'node:path';
import { app, nativeTheme } from 'electron';
import type { BrowserWindow } from 'electron';
import { serveApp } from './app-protocol.ts';
import { createHandlers } from './ipc/handlers.ts';
import { registerHandlers } from './ipc/register.ts';
import { createSendEvent } from './ipc/send-event.ts';
import { languageInForce } from './ipc/system-handlers.ts';
import { serveMedia } from './media/media-protocol.ts';
import { serveArt } from './pictures/art-protocol.ts';
import { createServices } from './services.ts';
import type { Logger } from './logger.ts';
import type { Paths } from './paths.ts';
import { openSettings } from './settings/settings-store.ts';
import { setApplicationMenu } from './system/application-menu.ts';
import { becomeOnlyInstance } from './system/single-instance.ts';
import { openExternal } from './system/open-external.ts';
import { createWindow, denyPermissions } from './window.ts';

/** Composition: makes every service once and hands each what it needs. */
export function start(paths: Paths, log: Logger): void {
  let window: BrowserWindow | null = null;
  const send = createSendEvent(() => window);
  const show = (): void => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  };
  const first = becomeOnlyInstance((address) => send('system:add-show', { address }), show);
  if (!first) {
    app.quit();
    return;
  }

  const ready = async (): Promise<void> => {
    const settings = await openSettings(paths.settingsFile, log);
    const downloadFolder = (): string => settings.read().downloadFolder || paths.downloads;
    nativeTheme.themeSource = settings.read().theme;
    await app.whenReady();
    denyPermissions();
    serveApp(paths.renderer);
    const services = await createServices({ paths, log, send, downloadFolder, version: app.getVersion() });
    serveMedia(services.media);
    serveArt(services.pictures);
    registerHandlers(
      createHandlers({ ...services, settings, log, window: () => window, downloadFolder }),
      () => window,
      log,
    );
    const menu = (): void =>
      setApplicationMenu(languageInForce(settings), (command) => send('system:command', command));
    menu();
    settings.onChange((changed) => {
      nativeTheme.themeSource = changed.theme;
      menu();
      send('settings:changed', changed);
    });
    const open = (): void => {
      window = createWindow({
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
    };
    open();
    app.on('activate', () => {
      if (window === null || window.isDestroyed()) open();
    });
    log.info(`Earmark ${app.getVersion()} started in ${path.basename(paths.data)}`);
  };

  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  ready().catch((cause: unknown) => {
    log.error('Earmark could not start', cause);
    app.exit(1);
  });
}
