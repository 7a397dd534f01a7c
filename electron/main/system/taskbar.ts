import path from 'node:path';
import { app, Menu, nativeImage } from 'electron';
import type { BrowserWindow } from 'electron';
import type { DownloadSnapshot } from '../../../core/download/download.ts';
import { addSnapshot, downloadBar, noDownloads, seeDownloads } from '../../../core/system/download-total.ts';
import type { NowPlaying } from '../../../core/system/now-playing.ts';
import { canDo, playingMenu } from '../../../core/system/playing-menu.ts';
import { desktopWords } from './desktop-words.ts';
import { menuOf } from './menu-of.ts';
import type { MenuNeeds } from './menu-of.ts';

export interface TaskbarNeeds extends MenuNeeds {
  readonly window: () => BrowserWindow | null;
  /** Folder of the drawings. */
  readonly icons: string;
}

/** Electron's numbers for a bar that is away, and for one that says nothing but that work goes on. */
const noBar = -1;
const endlessBar = 2;

/** The app's button in the dock or taskbar: how far the downloads are, and what can be done with what plays. */
export class Taskbar {
  private total = noDownloads;

  constructor(private readonly needs: TaskbarNeeds) {}

  noteDownload(snapshot: DownloadSnapshot): void {
    this.total = addSnapshot(this.total, snapshot);
    this.showBar();
  }

  /** The user looks at the window: what failed is told there. */
  seen(): void {
    this.total = seeDownloads(this.total);
    this.showBar();
  }

  showPlaying(playing: NowPlaying | null): void {
    if (process.platform === 'win32') this.showButtons(playing);
    if (process.platform === 'darwin')
      app.dock?.setMenu(Menu.buildFromTemplate(menuOf(playingMenu(playing), this.needs)));
  }

  private showBar(): void {
    const window = this.needs.window();
    if (window === null || window.isDestroyed()) return;
    const bar = downloadBar(this.total);
    if (bar.kind === 'running') window.setProgressBar(bar.share ?? endlessBar);
    else if (bar.kind === 'failed') window.setProgressBar(1, { mode: 'error' });
    else window.setProgressBar(noBar);
  }

  /** The buttons under the preview of the window (Windows). */
  private showButtons(playing: NowPlaying | null): void {
    const { icons, language, act } = this.needs;
    const window = this.needs.window();
    if (window === null || window.isDestroyed()) return;
    const words = desktopWords[language()];
    const toggle = playing === null || playing.state === 'paused' ? 'play' : 'pause';
    window.setThumbarButtons(
      (['back', toggle, 'forward', 'next'] as const).map((action) => ({
        tooltip: words[action],
        icon: nativeImage.createFromPath(path.join(icons, `${action}.png`)),
        flags: [canDo(playing, action) ? 'enabled' : 'disabled'],
        click: () => act(action),
      })),
    );
  }
}
