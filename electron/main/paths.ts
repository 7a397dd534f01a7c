import path from 'node:path';

export interface Paths {
  /** Everything Earmark keeps is under this folder, the downloads too unless the user chose another place for them. */
  readonly data: string;
  readonly settingsFile: string;
  readonly credentials: string;
  readonly logs: string;
  readonly pictures: string;
  readonly downloads: string;
  /** What is known of folders that are shows. */
  readonly folders: string;
  readonly downloadFolders: string;
  readonly downloadLedgers: string;
  readonly downloadQueue: string;
  readonly renderer: string;
  readonly preload: string;
  readonly worker: string;
  readonly transfers: string;
  readonly books: string;
  readonly analyser: string;
  readonly aligner: string;
  readonly sample: string;
  /** Drawings for tray and taskbar. */
  readonly icons: string;
  readonly licences: string;
}

/**
 * Where things are. `appFolder` holds `out/` (the checkout, or the archive of a packaged app); `resources` is given for a
 * packaged app only, whose sample show stands outside the archive.
 */
export function createPaths(given: { data: string; appFolder: string; resources?: string }): Paths {
  const out = path.join(given.appFolder, 'out');
  return {
    data: given.data,
    settingsFile: path.join(given.data, 'settings.json'),
    credentials: path.join(given.data, 'credentials.json'),
    logs: path.join(given.data, 'Logs'),
    pictures: path.join(given.data, 'Pictures'),
    downloads: path.join(given.data, 'Downloads'),
    folders: path.join(given.data, 'Folders'),
    downloadFolders: path.join(given.data, 'download-folders.json'),
    downloadLedgers: path.join(given.data, 'Download ledgers'),
    downloadQueue: path.join(given.data, 'download-queue.json'),
    renderer: path.join(out, 'renderer'),
    preload: path.join(out, 'preload', 'index.cjs'),
    worker: path.join(out, 'worker', 'index.js'),
    transfers: path.join(out, 'transfers', 'index.js'),
    books: path.join(out, 'books', 'index.js'),
    analyser: path.join(out, 'analyser', 'index.js'),
    aligner: path.join(out, 'aligner', 'index.js'),
    sample: path.join(given.resources ?? given.appFolder, 'sample'),
    icons:
      given.resources === undefined
        ? path.join(given.appFolder, 'build', 'icons', 'panel')
        : path.join(given.resources, 'icons'),
    licences: given.resources ?? given.appFolder,
  };
}
