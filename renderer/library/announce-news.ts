import { Dexie } from 'dexie';
import type { News } from '../../core/ipc/desktop-contract.ts';
import { request } from '../desktop/client.ts';
import { library } from './database.ts';
import { onNews } from './library-news.ts';
import { artworkAddress } from './load-artwork.ts';
import { getPodcastSettings } from './podcast-settings.ts';
import type { EpisodeRow, PodcastRow } from './rows.ts';

const mostNamed = 20;
const artPrefix = 'art://cache/';

/** Lets the system tell of new episodes of the shows the user chose, once for each refresh of a show. The answer stops it. */
export function announceNews(): () => void {
  return onNews((news) => {
    if (news.kind === 'refreshed' && news.addedIds.length > 0) void announce(news.podcastId, news.addedIds);
  });
}

async function announce(podcastId: string, addedIds: readonly string[]): Promise<void> {
  if ((await getPodcastSettings(podcastId)).notify !== true) return;
  const podcast = await library.podcasts.get(podcastId);
  const rows = await newerThanKnown(podcastId, addedIds);
  if (podcast === undefined || rows.length === 0) return;
  await request('system:announce', {
    podcastId,
    showTitle: podcast.title.slice(0, 1000),
    episodes: rows.slice(0, mostNamed).map(({ id, title }) => ({ id, title: title.slice(0, 2000) })),
    more: Math.max(0, rows.length - mostNamed),
    artwork: await coverOf(podcast),
  } satisfies News);
}

/** Newest first. A feed that opens its archive brings episodes, but no news. */
async function newerThanKnown(podcastId: string, addedIds: readonly string[]): Promise<EpisodeRow[]> {
  const added = new Set(addedIds);
  const newestKnown = await library.episodes
    .where('[podcastId+order+id]')
    .between([podcastId, Dexie.minKey], [podcastId, Dexie.maxKey])
    .filter(({ id }) => !added.has(id))
    .first();
  const rows = await library.episodes.bulkGet([...addedIds]);
  return rows
    .filter((row) => row !== undefined)
    .filter(({ isNew, order }) => isNew === 1 && order < (newestKnown?.order ?? Number.POSITIVE_INFINITY))
    .sort((one, other) => one.order - other.order);
}

async function coverOf({ imageUrl, feedUrl }: PodcastRow): Promise<string | null> {
  if (imageUrl === undefined) return null;
  const address = await artworkAddress(imageUrl, feedUrl);
  return address.ok ? address.value.replace(artPrefix, '') : null;
}
