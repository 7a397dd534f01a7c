import type { Settings } from '../../core/settings/settings.ts';
import { autoDownload } from './auto-download.ts';
import type { Command } from './command.ts';
import { onCommand } from './commands.ts';
import { deleteExpired } from './delete-expired.ts';
import { library } from './database.ts';
import { onNews } from './library-news.ts';
import type { EpisodeListItem } from './rows.ts';

export interface RuleSurroundings {
  /** What holds for shows without settings of their own. */
  readonly settings: () => Settings['downloads'];
  /** The episode in the player. */
  readonly playingId: () => string | null;
  /** Hears what the rules have deleted, so that it is said and can be taken back. */
  readonly onDeleted: (items: readonly EpisodeListItem[]) => void;
}

export interface DownloadRules {
  /** Looks at the show of an episode again, e.g. when the player has left it. */
  readonly lookAt: (episodeId: string) => void;
  /** What holds for all was changed. */
  readonly settingsChanged: () => void;
  readonly stop: () => void;
}

/**
 * Downloads new episodes and deletes old and played ones as the settings of each show say, from now on: after each
 * refresh, each finished download, each episode played, and a while after the settings were changed.
 */
export function followDownloadRules(surroundings: RuleSurroundings): DownloadRules {
  const lookAtShow = showsInTurn(surroundings);
  const lookAt = (episodeId: string) =>
    void library.episodes.get(episodeId).then((episode) => {
      if (episode !== undefined) lookAtShow(episode.podcastId, 'keep');
    });
  const changed = afterQuiet((podcastIds) => {
    for (const podcastId of podcastIds) lookAtShow(podcastId, 'bring');
  });
  const stops = [
    changed.stop,
    onNews((news) => {
      if (news.kind === 'refreshed') lookAtShow(news.podcastId, 'bring');
      else lookAt(news.episodeId);
    }),
    onCommand((command) => {
      if (command.kind === 'subscribe') lookAtShow(command.podcastId, 'bring');
      if (command.kind === 'set-podcast-settings') changed.note([command.settings.podcastId]);
      for (const episodeId of playedBy(command)) lookAt(episodeId);
    }),
  ];
  return {
    lookAt,
    settingsChanged: () =>
      void library.podcasts
        .toCollection()
        .primaryKeys()
        .then(changed.note, () => undefined),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

/** A number is set step by step, and what one step says must not delete what the next would keep (ms). */
const quietMs = 5_000;

/** Gathers shows, and hands them over once nothing was added for a while. */
function afterQuiet(take: (podcastIds: ReadonlySet<string>) => void) {
  let gathered = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handOver = (): void => {
    const all = gathered;
    gathered = new Set();
    take(all);
  };
  return {
    note: (podcastIds: readonly string[]): void => {
      for (const podcastId of podcastIds) gathered.add(podcastId);
      clearTimeout(timer);
      timer = setTimeout(handOver, quietMs);
    },
    stop: (): void => clearTimeout(timer),
  };
}

function playedBy(command: Command): readonly string[] {
  return command.kind === 'mark-played' && command.played ? command.episodeIds : [];
}

/** `bring`: downloads new episodes too. */
type Look = 'bring' | 'keep';

/** Looks at one show after the other; a show that waits for its turn is looked at once, however often it was asked for. */
function showsInTurn({ settings, playingId, onDeleted }: RuleSurroundings) {
  const waiting = new Map<string, Look>();
  let turn = Promise.resolve();
  const look = async (podcastId: string): Promise<void> => {
    const how = waiting.get(podcastId);
    waiting.delete(podcastId);
    const all = settings();
    if (how === 'bring') await autoDownload(podcastId, all);
    const deleted = await deleteExpired({ podcastId, all, playingId: playingId() });
    if (deleted.length > 0) onDeleted(deleted);
  };
  return (podcastId: string, how: Look): void => {
    const isWaiting = waiting.has(podcastId);
    if (!isWaiting || how === 'bring') waiting.set(podcastId, how);
    // A library that cannot be read says so where it is shown; the rules look again after the next refresh.
    if (!isWaiting) turn = turn.then(() => look(podcastId)).catch(() => undefined);
  };
}
