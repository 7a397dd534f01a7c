import { useCallback, useLayoutEffect, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { artworkAddress } from '../../library/load-artwork.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { play } from '../../player/playback-commands.ts';
import { openExternal } from '../../settings/system.ts';
import { SafeHtml } from '../../ui/safe-html.tsx';
import { markNoteTimes } from './mark-note-times.ts';

interface EpisodeNotesProps {
  readonly view: EpisodeView;
  /** Untrusted. */
  readonly html: string;
  /** The article of the episode's page, set in the same way. */
  readonly isArticle?: boolean;
}

/** The show notes; the times in them play from there. */
export function EpisodeNotes(props: EpisodeNotesProps): ReactNode {
  const {
    view: { episode, podcast },
    html,
    isArticle = false,
  } = props;
  const { t } = useTranslation();
  const place = useRef<HTMLElement>(null);
  const { feedUrl } = podcast;
  const hasAudio = episode.enclosure !== undefined;
  const durationMs = episode.durationMs ?? null;
  const loadImage = useCallback(
    async (address: string) => {
      const result = await artworkAddress(address, feedUrl);
      return result.ok ? result.value : null;
    },
    [feedUrl],
  );
  useLayoutEffect(() => {
    if (place.current === null || !hasAudio) return;
    markNoteTimes(place.current, { durationMs, nameOf: (time) => t('episode.playFrom', { time }) });
  }, [html, loadImage, hasAudio, durationMs, t]);
  const onClick = (event: MouseEvent): void => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ms]') : null;
    if (button !== null) void play(episode.id, { atMs: Number(button.dataset.ms) });
  };
  return (
    <section ref={place} aria-label={isArticle ? t('episode.article') : t('episode.notes')} onClick={onClick}>
      <SafeHtml
        html={html}
        className="episode-notes"
        lang={podcast.language}
        loadImage={loadImage}
        onLink={(address) => void openExternal(address)}
      />
    </section>
  );
}
