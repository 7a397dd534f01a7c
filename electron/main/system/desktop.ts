import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';
import type { News } from '../../../core/ipc/desktop-contract.ts';
import type { Language } from '../../../core/settings/choose-language.ts';
import type { NowPlaying, Steer } from '../../../core/system/now-playing.ts';
import { trayMenu } from '../../../core/system/playing-menu.ts';
import type { PlayingAction, WindowAction } from '../../../core/system/playing-menu.ts';
import { openBus } from '../dbus/open-bus.ts';
import type { SendEvent } from '../ipc/send-event.ts';
import type { Paths } from '../paths.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { desktopWords } from './desktop-words.ts';
import { hideOnClose } from './hide-on-close.ts';
import type { WindowKeeper } from './keep-window.ts';
import { MprisService } from './mpris-service.ts';
import { notify } from './notify.ts';
import { newsText } from './news-text.ts';
import { stayAwake } from './stay-awake.ts';
import { Taskbar } from './taskbar.ts';
import { followTrayHost } from './tray-host.ts';
import { TrayIcon } from './tray-icon.ts';
import { SinkWatch } from './watch-sinks.ts';

export interface DesktopNeeds {
  readonly paths: Pick<Paths, 'icons' | 'pictures'>;
  readonly settings: Pick<SettingsStore, 'read' | 'change'>;
  /** The language shown now. */
  readonly language: () => Language;
  readonly window: WindowKeeper;
  readonly send: SendEvent;
}

/** All that the desktop shows of Earmark outside its window: tray, media panel, taskbar, notifications, and whether it may sleep. */
export class Desktop {
  /** Told with each change of a download. */
  readonly taskbar: Taskbar;
  private playing: NowPlaying | null = null;
  /** Windows and macOS always have a place for icons; on Linux the bus tells. */
  private trayHost = process.platform !== 'linux';
  private mpris: MprisService | null = null;
  private readonly tray: TrayIcon;
  private readonly keepAwake = stayAwake();
  private readonly sinks = new SinkWatch(() => this.steer({ kind: 'pause' }));
  private readonly hidesOnClose = hideOnClose({
    mayHide: () => this.tray.isShown,
    hidden: () => this.explainOnce(),
  });

  constructor(private readonly needs: DesktopNeeds) {
    const menus = {
      language: needs.language,
      act: (action: PlayingAction | WindowAction) => this.act(action),
    };
    const { icons } = needs.paths;
    this.taskbar = new Taskbar({ ...menus, icons, window: needs.window.current });
    this.tray = new TrayIcon({
      ...menus,
      icons,
      clicked: () => this.act(this.isWindowShown() ? 'hide' : 'show'),
    });
    // The lid is closed or sleep was chosen: the place is kept, and waking is silent.
    powerMonitor.on('suspend', () => this.steer({ kind: 'pause' }));
    if (process.platform === 'linux') void this.joinBus();
  }

  get hasTray(): boolean {
    return this.trayHost;
  }

  /** Follows a window that was made: closing it may hide it, looking at it takes notice of what failed. */
  adopt(window: BrowserWindow): void {
    this.hidesOnClose(window);
    const look = (): void => this.look();
    window.on('show', look).on('hide', look).on('minimize', look).on('restore', look);
    window.on('focus', () => this.taskbar.seen());
    window.webContents.on('render-process-gone', () => this.showPlaying(null));
    window.on('closed', () => this.showPlaying(null));
  }

  /** What plays now; null: nothing is loaded. */
  showPlaying(playing: NowPlaying | null): void {
    this.playing = playing;
    // Asleep, a computer would never get what is waited for.
    this.keepAwake(playing !== null && playing.state !== 'paused');
    this.watchSinks();
    this.mpris?.show(playing);
    this.taskbar.showPlaying(playing);
    this.look();
  }

  /** A number on the app's icon, where the desktop has a place for one (macOS, some of Linux). */
  showNew(count: number): void {
    app.setBadgeCount(count);
  }

  /** Tells of new episodes of a show; a click opens the one, or the show. */
  announce(news: News): void {
    const { settings, paths, language, window, send } = this.needs;
    if (!settings.read().system.notifications) return;
    const picture = news.artwork === null ? undefined : path.join(paths.pictures, news.artwork);
    notify({ ...newsText(news, language()), ...(picture !== undefined && { picture }) }, () => {
      window.show();
      const [first] = news.episodes;
      const isOne = first !== undefined && news.episodes.length + news.more === 1;
      send(
        'system:open',
        isOne ? { kind: 'episode', episodeId: first.id } : { kind: 'show', podcastId: news.podcastId },
      );
    });
  }

  /** Settings or language have changed, or the window has come or gone. */
  look(): void {
    const isWanted = this.needs.settings.read().system.closeToTray && this.trayHost;
    const wasShown = this.tray.isShown;
    this.tray.show(isWanted ? trayMenu(this.playing, this.isWindowShown()) : null);
    // Without its icon a hidden window would have no way back.
    if (wasShown && !isWanted && !this.isWindowShown()) this.needs.window.show();
  }

  private act(action: PlayingAction | WindowAction): void {
    if (action === 'show') this.needs.window.show();
    else if (action === 'hide') this.needs.window.current()?.hide();
    else if (action === 'quit') app.quit();
    else this.steer({ kind: action });
  }

  private steer(wish: Steer): void {
    this.needs.send('system:steer', wish);
  }

  /** What waits for more to come goes on being watched. Elsewhere Chromium tells the page of outputs. */
  private watchSinks(): void {
    if (process.platform !== 'linux') return;
    const state = this.playing?.state ?? 'paused';
    if (state === 'playing') this.sinks.start();
    else if (state === 'paused') this.sinks.stop();
  }

  private isWindowShown(): boolean {
    const window = this.needs.window.current();
    return window !== null && !window.isDestroyed() && window.isVisible() && !window.isMinimized();
  }

  /** The first time, a window that goes away says where to. */
  private explainOnce(): void {
    const { settings, language, window } = this.needs;
    const { system } = settings.read();
    if (system.trayExplained) return;
    const words = desktopWords[language()];
    notify({ title: words.stillHere, body: words.stillHereAdvice }, () => window.show());
    void settings.change({ system: { ...system, trayExplained: true } }).catch(() => undefined);
  }

  private async joinBus(): Promise<void> {
    const bus = await openBus();
    if (bus === null) return;
    const { window, paths } = this.needs;
    this.mpris = new MprisService({
      bus,
      steer: (wish) => this.steer(wish),
      raise: () => window.show(),
      quit: () => app.quit(),
      pictureUrl: (artwork) => pathToFileURL(path.join(paths.pictures, artwork)).href,
      now: () => performance.now(),
    });
    this.mpris.show(this.playing);
    const takeHost = (found: boolean): void => {
      this.trayHost = found;
      this.look();
    };
    await Promise.allSettled([this.mpris.start(), followTrayHost(bus, takeHost)]);
  }
}
