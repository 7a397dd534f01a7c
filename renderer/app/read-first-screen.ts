import { firstRows, listName } from '../episode-list/use-growing-list.ts';
import { countNew, listEpisodes, listNewEpisodes } from '../library/episodes.ts';
import { getPodcast, listPodcasts } from '../library/podcasts.ts';
import { countQueue } from '../library/queue.ts';
import { readAhead } from '../ui/use-live-query.ts';
import { readTheRest } from './later.tsx';
import { leftScreen } from './last-screen.ts';
import { podcastOfPath } from './use-accent.ts';

/**
 * Opens the screen the user left and reads what the window and that screen will ask for, all at once and before anything is
 * drawn: asked for by the components one after another it took 90 ms more.
 */
export async function readFirstScreen(): Promise<void> {
  const [left, podcasts] = await Promise.all([
    leftScreen(),
    readAhead('podcasts', listPodcasts),
    readAhead('new-count', countNew),
    readAhead('queue-count', countQueue),
  ]);
  if (location.hash === '') {
    location.replace(`#${podcasts.length === 0 ? '/start' : (left ?? '/new')}`);
  }
  await readScreen(location.hash.slice(1));
}

/** The lists one most often starts on; other screens read for themselves, and bring their code first. */
async function readScreen(path: string): Promise<void> {
  const podcastId = podcastOfPath(path);
  if (path === '/new') await readAhead(listName('new'), () => listNewEpisodes({ limit: firstRows }));
  else if (podcastId === null || !path.startsWith('/show/')) await readTheRest();
  else
    await Promise.all([
      readAhead(`podcast ${podcastId}`, () => getPodcast(podcastId)),
      readAhead(listName(podcastId), () => listEpisodes(podcastId, { limit: firstRows })),
    ]);
}
