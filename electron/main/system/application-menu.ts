import { app, BrowserWindow, Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../../../core/ipc/contract.ts';
import type { Language } from '../../../core/settings/choose-language.ts';
import { menuWords } from './menu-words.ts';

type Command = EventPayload<'system:command'>;

/** The menu of the application (macOS bar; elsewhere behind Alt). Items only send a command: the page does the work. */
export function setApplicationMenu(language: Language, send: (command: Command) => void): void {
  const words = menuWords[language];
  const item = (command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label: words[command],
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const items = (commands: readonly Command[]): MenuItemConstructorOptions[] =>
    commands.map((command) => item(command));
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const mac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' } as const] : []),
      {
        label: words.file,
        submenu: [
          item('add-show', 'CmdOrCtrl+N'),
          item('refresh', 'CmdOrCtrl+R'),
          line,
          item('import-opml', 'CmdOrCtrl+O'),
          item('export-opml'),
          line,
          item('print-text', 'CmdOrCtrl+P'),
          line,
          item('settings', 'CmdOrCtrl+,'),
          line,
          { role: mac ? 'close' : 'quit', label: mac ? words.close : words.quit },
        ],
      },
      {
        role: 'editMenu',
        label: words.edit,
        submenu: editItems(language, [line, item('find', 'CmdOrCtrl+F'), item('search', 'CmdOrCtrl+K')]),
      },
      // Playing has plain keys (space, arrows), which the page knows to leave alone while somebody types.
      {
        label: words.playback,
        submenu: [
          ...items(['play-pause', 'back', 'forward']),
          line,
          ...items(['sentence-back', 'sentence-forward', 'loop-sentence']),
          line,
          ...items(['slower', 'faster']),
        ],
      },
      {
        label: words.view,
        submenu: [
          { role: 'zoomIn', label: words.zoomIn },
          { role: 'zoomOut', label: words.zoomOut },
          { role: 'resetZoom', label: words.resetZoom },
          line,
          { role: 'togglefullscreen', label: words.fullScreen },
          ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
        ],
      },
      { label: words.help, submenu: [item('shortcuts', 'CmdOrCtrl+/')] },
    ]),
  );
}

function editItems(language: Language, more: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  const words = menuWords[language];
  const roles = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const;
  const lookedUp = process.platform === 'darwin' ? [lookUp(words.lookUp)] : [];
  return [...roles.map((role) => ({ role, label: words[role] })), ...lookedUp, ...more];
}

/** Only macOS has a dictionary that any program may open: elsewhere there is no such item. */
function lookUp(label: string): MenuItemConstructorOptions {
  return {
    label,
    accelerator: 'Ctrl+Cmd+D',
    click: (_item, window) => {
      if (window instanceof BrowserWindow) window.webContents.showDefinitionForSelection();
    },
  };
}
