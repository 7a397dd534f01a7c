import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';

/** Lets the user choose a folder; null when the dialog was closed. `startsAt`: the folder it shows first. */
export async function chooseFolder(owner: BrowserWindow | null, startsAt?: string): Promise<string | null> {
  const options: OpenDialogOptions = {
    properties: ['openDirectory', 'createDirectory'],
    ...(startsAt !== undefined && { defaultPath: startsAt }),
  };
  const choice = await (owner === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(owner, options));
  return choice.canceled ? null : (choice.filePaths[0] ?? null);
}
