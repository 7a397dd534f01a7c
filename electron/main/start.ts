import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app, nativeTheme } from 'electron';
import type { BrowserWindow } from 'electron';
import { readWindowSettings } from '../../core/settings/window-settings.ts';
import { serveApp } from './app-protocol.ts';
import type { BehindWindow } from './behind-window.ts';
import type { FirstAnswers } from './first-answers.ts';
import { registerHandlers } from './ipc/register.ts';
import type { Answer } from './ipc/register.ts';
import { createSendEvent } from './ipc/send-event.ts';
import type { Logger } from './logger.ts';
import type { Paths } from './paths.ts';
import type { HandedOver } from './system/find-handed-over.ts';
import { serveScheme } from './serve-scheme.ts';
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

/** Composition: the window first, then what its page asks, then all that works behind it. */
async function compose({ paths, log, handedOver, keep }: Given): Promise<void> {
  const early = readWindowSettings(readIfThere(paths.settingsFile));
  let place = early.window;
  await app.whenReady();
  nativeTheme.themeSource = early.theme;
  denyPermissions();
  const served = serveApp(paths.renderer);
  const window = keepWindow({
    create: () =>
      createWindow({
        preload: paths.preload,
        saved: place,
        log,
        openExternal: (url) => openExternal(url, log),
        remember: (changed) => {
          place = changed;
          first
            .then(({ settings }) => settings.change({ window: changed }))
            .catch((cause: unknown) => log.error('The window place was not saved', cause));
        },
      }),
    giveUp: () => void first.then(({ language }) => sayWindowBroke(language())),
    log,
  });
  keep(window);
  window.show();
  // Whatever runs here also holds up the page, which waits for this process several times while it starts.
  const first = served
    .then(() => import('./first-answers.ts'))
    .then(({ openFirstAnswers }) => openFirstAnswers(paths, log));
  const { behind, begin } = behindWindow({ first, paths, log, window });
  registerHandlers(answerFirst(first, behind, begin), window.current, log);
  serveScheme(
    'media',
    behind.then(({ answerMedia }) => answerMedia),
  );
  serveScheme(
    'art',
    behind.then(({ answerArt }) => answerArt),
  );
  const deliver = (what: HandedOver): void => void behind.then((it) => it.deliver(what));
  window.onEach((opened) => {
    hearPage(opened, handedOver, deliver);
    opened.webContents.once('did-stop-loading', begin);
  });
  app.on('activate', () => window.show());
  const { ready, stop } = await behind;
  const { settings } = await first;
  quitAfter(() => {
    stop();
    return settings.settled();
  });
  await ready;
  log.info(`Earmark ${app.getVersion()} started in ${path.basename(paths.data)}`);
}

interface Begun {
  readonly behind: Promise<BehindWindow>;
  /** Reads and starts it, once. */
  readonly begin: () => void;
}

function behindWindow(given: {
  readonly first: Promise<FirstAnswers>;
  readonly paths: Paths;
  readonly log: Logger;
  readonly window: WindowKeeper;
}): Begun {
  let begin = (): void => undefined;
  const asked = new Promise<void>((resolve) => (begin = resolve));
  const behind = asked.then(async () => {
    const { workBehindWindow } = await import('./behind-window.ts');
    return workBehindWindow({
      ...given,
      first: await given.first,
      send: createSendEvent(given.window.current),
      version: app.getVersion(),
    });
  });
  return { behind, begin };
}

/** What the page asks first is answered at once; with the first other request the rest is begun. */
function answerFirst(first: Promise<FirstAnswers>, behind: Promise<BehindWindow>, begin: () => void): Answer {
  return async (channel, args) => {
    const answer = (await first).answer(channel, args);
    if (answer !== null) return answer;
    begin();
    return (await behind).answer(channel, args);
  };
}

/** At once: an answer of the event loop, which stands still until Electron is ready, would hold the window up. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** What was handed over waits for a page that can take it. */
function hearPage(
  window: BrowserWindow,
  handedOver: PageMail<HandedOver>,
  deliver: (what: HandedOver) => void,
): void {
  window.webContents.on('did-finish-load', () => handedOver.open(deliver));
  window.webContents.on('render-process-gone', handedOver.close);
  window.on('closed', handedOver.close);
}
