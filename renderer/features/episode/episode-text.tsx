import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AboutEpisode } from '../../../core/export/exported-text.ts';
import type { Chapter } from '../../../core/feed/feed.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import type { TextVersion } from '../../library/episode-texts.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { timeHighlights } from '../../library/time-highlights.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { Reader } from '../../reader/reader.tsx';
import { useScrollArea } from '../../ui/scroll-area.tsx';
import { AlignAction } from './align-action.tsx';
import { alignedText } from './aligned-text.ts';
import type { AlignedText } from './aligned-text.ts';
import { SourceLine } from './source-line.tsx';
import { sourceWords } from './source-words.ts';
import { TextMenu } from './text-menu.tsx';
import type { TextActions } from './text-menu.tsx';
import type { Alignments } from './use-alignments.ts';
import { useSoundMenu } from './use-sound-menu.tsx';
import { useTextChoice } from './use-text-choice.ts';

interface EpisodeTextProps {
  readonly view: EpisodeView;
  readonly alignments: Alignments;
  /** Best first, at least one. */
  readonly texts: readonly TextVersion[];
  readonly actions: Pick<TextActions, 'add' | 'fetchAgain' | 'loadArticle'>;
  readonly chapters: readonly Chapter[];
  readonly floor: HTMLElement | null;
}

/** The reader with one of the texts, and the choice between them. */
export function EpisodeText(props: EpisodeTextProps): ReactNode {
  const { view, alignments, texts, actions, chapters, floor } = props;
  const { t, i18n } = useTranslation();
  const { kept, row } = alignments;
  const { episode, progress } = view;
  const { element: scroller } = useScrollArea();
  const chosen = useTextChoice(episode.id, texts);
  // Where the reader opens, not where the listener has come to since.
  const [listened] = useState(progress);
  const menuWasUsed = useRef(false);
  const durationMs = usePlayback((now) => (now.episodeId === episode.id ? now.durationMs : null));
  const isInexact = usePlayback((now) => now.episodeId === episode.id && now.exact === false);
  const aligned = { ofShow: view.podcast.language, spokenLanguages: chosen?.spokenLanguages, kept };
  const shownText = useAligned(chosen?.choice.shown, aligned);
  const besideText = useAligned(chosen?.choice.beside ?? undefined, aligned);
  const soundMenu = useSoundMenu({
    view,
    text: shownText,
    chosen: chosen?.spokenLanguages[chosen.choice.shown.key],
    choose: (language) => chosen?.speakIn(language) ?? Promise.resolve(false),
  });
  useTimedHighlights(episode.id, shownText?.transcript ?? null);
  const about = useAbout(view);
  const wholeMs = durationMs ?? episode.durationMs ?? null;
  const isHere = view.download?.state === 'done';
  const { language } = i18n;
  const source = useMemo(
    () => shownText && sourceWords(t, { text: shownText, durationMs: wholeMs, isInexact, isHere, language }),
    [t, shownText, wholeMs, isInexact, isHere, language],
  );
  if (chosen === null || shownText === null || source === null || scroller === null) return null;
  const { shown, beside } = chosen.choice;
  return (
    <Reader
      key={`${shown.key} ${beside?.key} ${chapters.length}`}
      episodeId={episode.id}
      about={about}
      transcript={shownText.transcript}
      beside={besideText?.transcript ?? null}
      chapters={chapters}
      scroller={scroller}
      listenedMs={listened?.positionMs ?? 0}
      listenedAt={listened?.updatedAt ?? null}
      floor={floor}
      source={
        <SourceLine text={source}>
          <TextMenu
            choice={chosen.choice}
            actions={{ ...actions, ...chosen.actions }}
            more={soundMenu.items}
            wasUsed={menuWasUsed}
          />
          {soundMenu.dialog}
        </SourceLine>
      }
      action={<AlignAction view={view} offer={shownText.offer} row={row} />}
    />
  );
}

interface KnownOfSound {
  readonly ofShow: string | undefined;
  /** As the listener says, by the keys of the texts. */
  readonly spokenLanguages: Readonly<Record<string, string>> | undefined;
  readonly kept: Alignments['kept'];
}

/** A text with the times that were found for it; null while they are not read yet. */
function useAligned(
  version: TextVersion | undefined,
  { ofShow, spokenLanguages, kept }: KnownOfSound,
): AlignedText | null {
  const transcript = version?.transcript;
  const chosen = version === undefined ? undefined : spokenLanguages?.[version.key];
  return useMemo(
    () =>
      transcript === undefined || kept === null ? null : alignedText(transcript, { ofShow, chosen }, kept),
    [transcript, ofShow, chosen, kept],
  );
}

/** Highlights that were made before the text had times get them. */
function useTimedHighlights(episodeId: string, transcript: Transcript | null): void {
  useEffect(() => {
    if (transcript !== null) void timeHighlights(episodeId, transcript);
  }, [episodeId, transcript]);
}

function useAbout({ episode, podcast }: EpisodeView): AboutEpisode {
  const { title, author, publishedAt, link } = episode;
  const show = podcast.title;
  const by = author ?? podcast.author;
  return useMemo(
    () => ({ title, show, author: by, publishedAt, link }),
    [title, show, by, publishedAt, link],
  );
}
