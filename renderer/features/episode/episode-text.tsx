import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '../../../core/feed/feed.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { Reader } from '../../reader/reader.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useScrollArea } from '../../ui/scroll-area.tsx';
import { AlignAction } from './align-action.tsx';
import { alignedText } from './aligned-text.ts';
import { SourceLine } from './source-line.tsx';
import { sourceWords, variantName } from './source-words.ts';
import type { Alignments } from './use-alignments.ts';

interface EpisodeTextProps {
  readonly view: EpisodeView;
  readonly alignments: Alignments;
  /** Best first, at least one. */
  readonly transcripts: readonly Transcript[];
  readonly chapters: readonly Chapter[];
  readonly floor: HTMLElement | null;
}

/** The reader with one of the texts, and the choice between them. */
export function EpisodeText({ view, alignments, transcripts, chapters, floor }: EpisodeTextProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { episode, progress } = view;
  const showLanguage = view.podcast.language;
  const { kept, row } = alignments;
  const { element: scroller } = useScrollArea();
  const [chosen, setChosen] = useState(0);
  // Where the reader opens, not where the listener has come to since.
  const [listenedMs] = useState(progress?.positionMs ?? 0);
  const durationMs = usePlayback((now) => (now.episodeId === episode.id ? now.durationMs : null));
  const isInexact = usePlayback((now) => now.episodeId === episode.id && now.exact === false);
  const given = transcripts[chosen] ?? transcripts[0];
  const text = useMemo(
    () => (given === undefined || kept === null ? null : alignedText(given, showLanguage, kept)),
    [given, showLanguage, kept],
  );
  const wholeMs = durationMs ?? episode.durationMs ?? null;
  const isHere = view.download?.state === 'done';
  const { language } = i18n;
  const source = useMemo(
    () => text && sourceWords(t, { text, durationMs: wholeMs, isInexact, isHere, language }),
    [t, text, wholeMs, isInexact, isHere, language],
  );
  if (text === null || source === null || scroller === null) return null;
  const names = transcripts.map((each) => variantName(each, language));
  return (
    <Reader
      key={`${chosen} ${chapters.length}`}
      episodeId={episode.id}
      transcript={text.transcript}
      chapters={chapters}
      scroller={scroller}
      listenedMs={listenedMs}
      floor={floor}
      source={
        <SourceLine text={source}>
          {transcripts.length > 1 && (
            <Menu
              label={t('episode.variant')}
              trigger={
                <button type="button" className="source-variant" aria-label={t('episode.variant')}>
                  {names[chosen]}
                  <ChevronDown aria-hidden="true" />
                </button>
              }
              items={names.map((label, index) => ({
                label,
                checked: index === chosen,
                onSelect: () => setChosen(index),
              }))}
            />
          )}
          <AlignAction view={view} offer={text.offer} row={row} />
        </SourceLine>
      }
    />
  );
}
