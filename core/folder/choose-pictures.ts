/** Names that players and rippers give to the cover of a folder, the usual ones first. */
const coverNames = ['cover', 'folder', 'front', 'album', 'albumart', 'artwork', 'poster'];
const picture = /^(.+)\.(?:jpe?g|png|webp|gif|avif)$/i;

export interface FolderPictures {
  /** The cover of each directory that has one, by the directory's name; '' is the folder itself. */
  readonly ofDirectory: ReadonlyMap<string, string>;
  /** Pictures by directory and name without ending, in lower case: one with the name of an audio file is its own. */
  readonly byStem: ReadonlyMap<string, string>;
}

/** Sorts out the pictures among the names of a folder (relative, with forward slashes). */
export function choosePictures(names: Iterable<string>): FolderPictures {
  const best = new Map<string, { name: string; rank: number }>();
  const byStem = new Map<string, string>();
  for (const name of names) {
    const directory = directoryOf(name);
    const [, stem] = picture.exec(name.slice(directory === '' ? 0 : directory.length + 1)) ?? [];
    if (stem === undefined) continue;
    byStem.set(stemOf(name), name);
    const rank = coverNames.indexOf(stem.toLowerCase());
    const known = best.get(directory);
    if (rank >= 0 && (known === undefined || rank < known.rank)) best.set(directory, { name, rank });
  }
  return { byStem, ofDirectory: new Map([...best].map(([directory, { name }]) => [directory, name])) };
}

/** The directory part of a relative name; '' for a file of the folder itself. */
export function directoryOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

/** A relative name without its ending, as case-insensitive systems compare it. */
export function stemOf(name: string): string {
  return name
    .replace(/\.[^./]+$/, '')
    .normalize('NFC')
    .toLowerCase();
}
