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
import { SourceLine } from './source-line.tsx';
import { sourceWords, variantName } from './source-words.ts';

interface EpisodeTextProps {
  readonly view: EpisodeView;
  /** Best first, at least one. */
  readonly transcripts: readonly Transcript[];
  readonly chapters: readonly Chapter[];
  readonly floor: HTMLElement | null;
}

/** The reader with one of the texts, and the choice between them. */
export function EpisodeText({ view, transcripts, chapters, floor }: EpisodeTextProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { episode, progress } = view;
  const { element: scroller } = useScrollArea();
  const [chosen, setChosen] = useState(0);
  // Where the reader opens, not where the listener has come to since.
  const [listenedMs] = useState(progress?.positionMs ?? 0);
  const durationMs = usePlayback((now) => (now.episodeId === episode.id ? now.durationMs : null));
  const isInexact = usePlayback((now) => now.episodeId === episode.id && now.exact === false);
  const transcript = transcripts[chosen] ?? transcripts[0];
  const wholeMs = durationMs ?? episode.durationMs ?? null;
  const source = useMemo(
    () => (transcript === undefined ? '' : sourceWords(t, { transcript, durationMs: wholeMs, isInexact })),
    [t, transcript, wholeMs, isInexact],
  );
  if (transcript === undefined || scroller === null) return null;
  const names = transcripts.map((each) => variantName(each, i18n.language));
  return (
    <Reader
      key={`${chosen} ${chapters.length}`}
      episodeId={episode.id}
      transcript={transcript}
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
        </SourceLine>
      }
    />
  );
}
