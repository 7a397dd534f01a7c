import { isFolderAddress } from '../../core/folder/folder-address.ts';
import { listen } from '../desktop/client.ts';
import { library } from './database.ts';
import { refreshFeed } from './refresh-feed.ts';

/** Folders are looked at again when the window gets the focus, but no more often than this (ms). */
const lookEveryMs = 5_000;

/** Looks at folder shows again whenever their folders change or the user comes back to the window. The answer stops it. */
export function followFolders(): () => void {
  const looking = new Set<string>();
  const again = new Set<string>();
  const look = async (podcastId: string): Promise<void> => {
    // What changes while a folder is looked at may have been passed already.
    if (looking.has(podcastId)) {
      again.add(podcastId);
      return;
    }
    looking.add(podcastId);
    await refreshFeed(podcastId);
    looking.delete(podcastId);
    if (again.delete(podcastId)) await look(podcastId);
  };
  const stopListening = listen('folder:changed', ({ podcastId }) => void look(podcastId));
  let lookedAt = Date.now();
  const lookAtAll = async (): Promise<void> => {
    if (Math.abs(Date.now() - lookedAt) < lookEveryMs) return;
    lookedAt = Date.now();
    const podcasts = await library.podcasts.filter(({ feedUrl }) => isFolderAddress(feedUrl)).toArray();
    await Promise.all(podcasts.map(({ id }) => look(id)));
  };
  const onFocus = (): void => void lookAtAll();
  window.addEventListener('focus', onFocus);
  return () => {
    stopListening();
    window.removeEventListener('focus', onFocus);
  };
}
