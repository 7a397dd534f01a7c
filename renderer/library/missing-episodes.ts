import { library } from './database.ts';
import { episodeIdStart } from './join-episodes.ts';
import { readRange, startingWith } from './read-range.ts';

/** Episodes of a folder show whose files are not in the folder any more. */
export async function listMissing(podcastId: string): Promise<string[]> {
  const rows = await readRange(library.downloads, startingWith('episodeId', episodeIdStart(podcastId)));
  const missing = rows.filter(({ inPlace, state, error }) => {
    return inPlace && state === 'missing' && error?.code === 'folder-file-missing';
  });
  return missing.map(({ episodeId }) => episodeId);
}
