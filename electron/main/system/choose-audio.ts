import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';

/** Lets the user choose one file; null when the dialog was closed. What it is its bytes will tell, not its name. */
export async function chooseAudio(owner: BrowserWindow | null): Promise<string | null> {
  return (await choose(owner, { properties: ['openFile'] }))[0] ?? null;
}

/** The same of any number of files; none when the dialog was closed. */
export function chooseAudioFiles(owner: BrowserWindow | null): Promise<string[]> {
  return choose(owner, { properties: ['openFile', 'multiSelections'] });
}

async function choose(owner: BrowserWindow | null, options: OpenDialogOptions): Promise<string[]> {
  const choice = await (owner === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(owner, options));
  return choice.canceled ? [] : choice.filePaths;
}
