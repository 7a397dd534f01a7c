import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WebContents } from 'electron';
import { BrowserWindow } from 'electron';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';

/** How the folders begin, in that for temporary files, from which pages are printed. */
export const printFolders = 'earmark-print-';
/** What Chromium answers when the user closes the dialog. */
const closed = /cancel/i;

/**
 * Prints a page of HTML through the system's dialog, from a window nobody sees, in which nothing runs and from which nothing is
 * fetched. Answers whether it was printed: `false` when the dialog was closed. Rejects with `print-failed`.
 */
export async function printPage(html: string): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), printFolders));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, javascript: false, images: false, partition: 'print' },
  });
  try {
    // An address that holds the page itself may be 2 MB long, which is less than a day of speech.
    const page = path.join(folder, 'page.html');
    await writeFile(page, html);
    await window.loadFile(page);
    return await print(window.webContents);
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

function print(contents: WebContents): Promise<boolean> {
  return new Promise((resolve, reject) => {
    contents.print({}, (isPrinted, reason) => {
      if (isPrinted || closed.test(reason)) resolve(isPrinted);
      else reject(new AppFailure(appError('print-failed', reason)));
    });
  });
}
