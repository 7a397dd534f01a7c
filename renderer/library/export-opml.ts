import { isFolderAddress } from '../../core/folder/folder-address.ts';
import type { Result } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { listPodcasts } from './podcasts.ts';

/** Saves the subscriptions where the user says; `saved: false` when the dialog was closed. `title` heads the list. */
export async function exportOpml(title: string): Promise<Result<{ saved: boolean }>> {
  const podcasts = await listPodcasts();
  // A folder of this computer is nothing another player could subscribe to.
  const shared = podcasts.filter(({ feedUrl }) => !isFolderAddress(feedUrl));
  const outlines = shared.map((podcast) => ({
    feedUrl: podcast.feedUrl,
    title: podcast.title.slice(0, 2000),
    categories: podcast.categories.slice(0, 50).map((category) => category.slice(0, 500)),
  }));
  return request('feed:save-opml', { title: title.slice(0, 200), outlines });
}
