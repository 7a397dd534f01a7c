import { BrowserWindow, nativeTheme, screen, session } from 'electron';
import type { Settings } from '../../core/settings/settings.ts';
import { appOrigin } from './app-protocol.ts';
import type { Logger } from './logger.ts';
import { placeWindow } from './window-place.ts';

export interface WindowNeeds {
  readonly preload: string;
  readonly saved: Settings['window'];
  readonly log: Logger;
  readonly openExternal: (url: string) => unknown;
  /** Told the new size and place when the user is done changing them. */
  readonly remember: (place: NonNullable<Settings['window']>) => void;
}

/** The page's own background (`--paper` of the style sheet), so that nothing flashes before the first paint. */
const paper = { light: '#fbfaf7', dark: '#151413' };

/** The one place where windows are made: every setting that keeps a page in its cage is here. */
export function createWindow(needs: WindowNeeds): BrowserWindow {
  const place = placeWindow(
    needs.saved,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...place,
    minWidth: 720,
    minHeight: 520,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload: needs.preload,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      experimentalFeatures: false,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  if (needs.saved?.maximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  stayHome(window, needs);
  rememberPlace(window, needs.remember);
  window
    .loadURL(`${appOrigin}/index.html`)
    .catch((cause: unknown) => needs.log.error('The page did not load', cause));
  return window;
}

/** A page may go nowhere: links open in the system's browser, everything else is refused. */
function stayHome(window: BrowserWindow, { log, openExternal }: WindowNeeds): void {
  const contents = window.webContents;
  const refuse = (event: { preventDefault: () => void; url?: string }): void => {
    event.preventDefault();
    log.warn(`Navigation refused: ${event.url ?? ''}`);
  };
  contents.on('will-navigate', (event) => {
    if (event.url !== `${appOrigin}/index.html`) refuse(event);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) refuse(event);
  });
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url);
    return { action: 'deny' };
  });
}

function rememberPlace(window: BrowserWindow, remember: WindowNeeds['remember']): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (!window.isDestroyed()) remember({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, 500);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', save);
}

/**
 * Electron grants every permission unless told otherwise. Earmark's page needs three: to show the picture of an episode on the
 * full screen, to put words on the clipboard after a click or key (reading it stays refused), and to know the outputs for sound
 * by name, so that playing pauses when headphones are pulled. Knowing is all: a microphone has to be requested, which is refused.
 */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'fullscreen' || permission === 'clipboard-sanitized-write'),
  );
  session.defaultSession.setPermissionCheckHandler(
    // Only the listing of devices names a `securityOrigin`; whoever looks the permission up is told it is denied.
    (...[, permission, , { mediaType, securityOrigin }]) =>
      permission === 'clipboard-sanitized-write' ||
      (permission === 'media' && mediaType === 'audio' && securityOrigin === `${appOrigin}/`),
  );
  session.defaultSession.setDevicePermissionHandler(() => false);
}
