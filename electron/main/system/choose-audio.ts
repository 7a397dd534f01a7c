import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';

/** Lets the user choose one file; null when the dialog was closed. What it is its bytes will tell, not its name. */
export async function chooseAudio(owner: BrowserWindow | null): Promise<string | null> {
  const options: OpenDialogOptions = { properties: ['openFile'] };
  const choice = await (owner === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(owner, options));
  return choice.canceled ? null : (choice.filePaths[0] ?? null);
}
