import { useTranslation } from 'react-i18next';
import { skippedStretches } from '../../../core/chapters/skipped-chapters.ts';
import { listBookmarks } from '../../library/bookmarks.ts';
import { seekTo } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { isListed, usePlayingChapters } from '../../player/playing-chapters.ts';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { clock } from '../../words/format.ts';

interface MarksProps {
  readonly durationMs: number;
}

/** Where chapters begin, and what of the episode is left out. */
export function ChapterMarks({ durationMs }: MarksProps) {
  const { chapters, skipped } = usePlayingChapters();
  const share = (ms: number) => `${(Math.min(ms, durationMs) / durationMs) * 100}%`;
  const starts = chapters.filter(isListed).map(({ startMs }) => startMs);
  return (
    <>
      {skippedStretches(chapters, skipped).map(({ startMs, endMs }) => (
        <span
          key={`skipped ${startMs}`}
          className="position-skipped"
          style={{ left: share(startMs), width: share((endMs ?? durationMs) - startMs) }}
        />
      ))}
      {starts
        .filter((startMs) => startMs > 0 && startMs < durationMs)
        .map((startMs) => (
          <span key={startMs} className="position-tick" style={{ left: share(startMs) }} />
        ))}
    </>
  );
}

/** The stretch that is repeated; only its start while it has no end. */
export function LoopMark({ durationMs }: MarksProps) {
  const loop = usePlayback((playback) => playback.loop);
  if (loop === null) return null;
  const { startMs, endMs } = loop;
  const width = endMs === null ? undefined : `${((endMs - startMs) / durationMs) * 100}%`;
  return (
    <span
      className="position-loop"
      data-open={endMs === null || undefined}
      style={{ left: `${(startMs / durationMs) * 100}%`, ...(width !== undefined && { width }) }}
    />
  );
}

/** Kept places. For the pointer only: the list on the episode page is there for everybody. */
export function BookmarkMarks({ durationMs }: MarksProps) {
  const { t } = useTranslation();
  const episodeId = usePlayback((playback) => playback.episodeId) ?? '';
  const bookmarks = useLiveQuery(`bookmarks ${episodeId}`, () => listBookmarks(episodeId)) ?? [];
  return bookmarks
    .filter((bookmark) => bookmark.episodeId === episodeId && bookmark.positionMs <= durationMs)
    .map(({ id, positionMs, note }) => (
      <span
        key={id}
        className="position-bookmark"
        style={{ left: `${(positionMs / durationMs) * 100}%` }}
        title={
          note === '' ? t('bookmarks.noteAt', { time: clock(positionMs) }) : `${clock(positionMs)} ${note}`
        }
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.stopPropagation();
          seekTo(positionMs);
        }}
      />
    ));
}
