import i18next from 'i18next';
import type { Settings } from '../../core/settings/settings.ts';
import { downloadAgain } from '../features/storage/delete-stored.ts';
import { followDownloadRules } from '../library/follow-download-rules.ts';
import type { EpisodeListItem } from '../library/rows.ts';
import { usePlayback } from '../player/playback-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { notify } from '../ui/notices.tsx';

const mostNamed = 3;

/** Lets the rules of each show download and delete from now on, and says what they have deleted. */
export function startDownloadRules(): void {
  const { lookAt, settingsChanged } = followDownloadRules({
    settings: () => useSettings.getState().downloads,
    playingId: () => usePlayback.getState().episodeId,
    onDeleted: tellDeleted,
  });
  useSettings.subscribe(({ downloads }, before) => {
    if (isOtherRule(downloads, before.downloads)) settingsChanged();
  });
  // What plays is spared: its turn comes when the player has gone on to another.
  usePlayback.subscribe(({ episodeId }, before) => {
    if (before.episodeId !== null && before.episodeId !== episodeId) lookAt(before.episodeId);
  });
}

function isOtherRule(now: Settings['downloads'], before: Settings['downloads']): boolean {
  return (['autoDownloadNewest', 'keepNewest', 'deleteAfterPlayed'] as const).some(
    (rule) => now[rule] !== before[rule],
  );
}

function tellDeleted(items: readonly EpisodeListItem[]): void {
  const { t } = i18next;
  const titles = items.slice(0, mostNamed).map(({ episode }) => episode.title);
  const more = items.length - titles.length;
  notify({
    tone: 'info',
    title: t('storage.deletedByRule', { count: items.length, show: items[0]?.podcast.title ?? '' }),
    advice: [...titles, ...(more > 0 ? [t('storage.andMore', { count: more })] : [])].join(' · '),
    action: {
      label: t('storage.downloadAgain'),
      onSelect: () => void downloadAgain(items.map(({ episode }) => episode.id)),
    },
  });
}
