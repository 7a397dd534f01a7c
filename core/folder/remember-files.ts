import type { FolderFile } from './folder-file.ts';

export interface SeenInFolder {
  /** Names of the audio files that are listed, those that could not be opened too. */
  readonly listed: ReadonlySet<string>;
  /** Directories that could not be read. */
  readonly unreadable: readonly string[];
}

/**
 * What is remembered of a folder after a look at it: the files found, then those that are hidden at the moment, as they were, then
 * those that are gone, which may come back under any name.
 */
export function rememberFiles(
  known: readonly FolderFile[],
  found: readonly FolderFile[],
  { listed, unreadable }: SeenInFolder,
): FolderFile[] {
  const ids = new Set(found.map(({ id }) => id));
  const absent = known.filter(({ id }) => !ids.has(id));
  const isHidden = ({ name, gone }: FolderFile): boolean =>
    gone === undefined &&
    (listed.has(name) || unreadable.some((directory) => name.startsWith(`${directory}/`)));
  const gone = absent.filter((file) => !isHidden(file));
  return [...found, ...absent.filter(isHidden), ...gone.map((file) => ({ ...file, gone: true as const }))];
}
