import path from 'node:path';
import { Menu, nativeImage, Tray } from 'electron';
import type { MenuEntry } from '../../../core/system/playing-menu.ts';
import { menuOf } from './menu-of.ts';
import type { MenuNeeds } from './menu-of.ts';

export interface TrayNeeds extends MenuNeeds {
  /** Folder of the drawings. */
  readonly icons: string;
  /** The icon itself was clicked. On macOS a click opens the menu instead. */
  readonly clicked: () => void;
}

/** The icon beside the clock. Its menu is replaced as a whole, and only when it says something else. */
export class TrayIcon {
  private tray: Tray | null = null;
  private said = '';

  constructor(private readonly needs: TrayNeeds) {}

  get isShown(): boolean {
    return this.tray !== null;
  }

  /** Shows the icon with this menu; null takes it away. */
  show(menu: readonly MenuEntry[] | null): void {
    if (menu === null) {
      this.tray?.destroy();
      this.tray = null;
      this.said = '';
      return;
    }
    const says = JSON.stringify([menu, this.needs.language()]);
    if (says === this.said) return;
    this.said = says;
    this.tray ??= this.open();
    this.tray.setContextMenu(Menu.buildFromTemplate(menuOf(menu, this.needs)));
  }

  private open(): Tray {
    const { icons, clicked } = this.needs;
    // macOS draws a template in the colour of its bar, and finds the picture for denser screens beside it.
    const name = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png';
    const tray = new Tray(nativeImage.createFromPath(path.join(icons, name)));
    tray.setToolTip('Earmark');
    if (process.platform !== 'darwin') tray.on('click', clicked);
    return tray;
  }
}
