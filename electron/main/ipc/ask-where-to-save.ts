import { dialog } from 'electron';
import type { BrowserWindow, SaveDialogOptions } from 'electron';

/** Opens the system's dialog; the path the user chose, or null when it was closed. Paths never come from the window. */
export async function askWhereToSave(
  owner: BrowserWindow | null,
  options: Pick<SaveDialogOptions, 'defaultPath' | 'filters'>,
): Promise<string | null> {
  const choice = await (owner === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(owner, options));
  return choice.canceled || choice.filePath === '' ? null : choice.filePath;
}
