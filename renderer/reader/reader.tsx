import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Hit } from '../../core/transcript/find.ts';
import { pairSentences } from '../../core/transcript/pair-sentences.ts';
import { readingTimeMs } from '../../core/transcript/reading-time.ts';
import { play } from '../player/playback-commands.ts';
import type { Beside } from './beside-text.tsx';
import { FindBar } from './find-bar.tsx';
import { ExportMenu } from './export-menu.tsx';
import { OtherPlace } from './other-place.tsx';
import { ReaderBar } from './reader-bar.tsx';
import type { ReaderOptions } from './reader-options.ts';
import { onReaderRequest } from './reader-request.ts';
import { ReaderText } from './reader-text.tsx';
import { splitAtChapters } from './split-at-chapters.ts';
import { windowBand } from './text-view.ts';
import { useBesideVoice } from './use-beside-voice.ts';
import { useCaret } from './use-caret.ts';
import { useExport } from './use-export.ts';
import { useFind } from './use-find.ts';
import { useFoundHighlights } from './use-found-highlights.ts';
import { useReaderHighlights } from './use-reader-highlights.tsx';
import { useReading } from './use-reading.ts';
import { useText } from './use-text.ts';
import { useVoiceKeys } from './use-voice-keys.ts';
import './reader.css';

export interface ReaderProps extends ReaderOptions {
  /** Where the words come from, in a line above them. */
  readonly source: ReactNode;
  /** What can be done about the times of the words, beside the tools. */
  readonly action?: ReactNode;
  /** An element at the bottom of the window: the way back to the voice floats there. */
  readonly floor: HTMLElement | null;
}

const noHits: readonly Hit[] = [];

/** The words of an episode as an article that keeps step with its sound. */
export function Reader({ transcript, chapters, ...rest }: ReaderProps): ReactNode {
  const split = useMemo(() => splitAtChapters(transcript, chapters), [transcript, chapters]);
  return <OpenReader transcript={split} chapters={chapters} {...rest} />;
}

function OpenReader(props: ReaderProps): ReactNode {
  const { transcript } = props;
  const text = useText(props);
  const reading = useReading(props, text);
  const beside = useBeside(props, text.root);
  const { episodeId } = props;
  const playBeside = useCallback((atMs: number) => void play(episodeId, { atMs }), [episodeId]);
  const caret = useCaret(transcript, text, reading);
  const [isFinding, setIsFinding] = useState(false);
  const find = useFind({
    transcript,
    firstInView: () => text.view?.firstInView() ?? 0,
    onHit: (hit) => {
      reading.leave();
      text.view?.show(hit, windowBand);
    },
  });
  useFoundHighlights(text.root, isFinding ? find.hits : noHits, find.current);
  useFindKey(() => setIsFinding(true));
  const highlights = useReaderHighlights({ options: props, text, caret, reading });
  useVoiceKeys(transcript, props.episodeId, reading.noteStep);
  const sending = useExport(props.episodeId, props);
  usePrintRequest(sending.print);
  const readingMs = useMemo(() => readingTimeMs(transcript), [transcript]);
  const isTimed = transcript.timing !== 'none';
  return (
    <div className="reader">
      <div ref={text.setHead} className="reader-head">
        <ReaderBar
          source={props.source}
          action={props.action}
          tools={<ExportMenu transcript={transcript} sending={sending} />}
          readingMs={readingMs}
          isTimed={isTimed}
          isFollowing={reading.follow === 'following'}
          isFinding={isFinding}
          onToggleFollow={reading.toggleFollow}
          onHighlight={highlights.highlight}
          onToggleFind={() => setIsFinding(!isFinding)}
        />
        {isFinding && <FindBar find={find} onClose={() => setIsFinding(false)} />}
      </div>
      <ReaderText
        about={props.about}
        transcript={transcript}
        beside={beside}
        text={text}
        caret={caret}
        onPlay={(place) => highlights.openAt(place) || reading.playFrom(place)}
        onPlayBeside={playBeside}
      />
      {highlights.overlay}
      {props.floor !== null &&
        createPortal(
          <OtherPlace isTimed={isTimed} reading={reading} listenedMs={props.listenedMs} />,
          props.floor,
        )}
    </div>
  );
}

/** The other text, sentence by sentence beside the paragraphs of this one; null where there is none. */
function useBeside(
  { episodeId, transcript, beside: other = null }: ReaderProps,
  root: HTMLElement | null,
): Beside | null {
  useBesideVoice({ episodeId, root, transcript: other });
  return useMemo(
    () => (other === null ? null : { transcript: other, rows: pairSentences(transcript, other) }),
    [transcript, other],
  );
}

/** Ctrl+F (or Cmd+F) anywhere in the window, or the menu. */
function useFindKey(onFind: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyF' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      onFind();
    };
    document.addEventListener('keydown', onKeyDown);
    const unsubscribe = onReaderRequest(({ kind }) => kind === 'find' && onFind());
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      unsubscribe();
    };
  });
}

function usePrintRequest(onPrint: () => void): void {
  useEffect(() => onReaderRequest(({ kind }) => kind === 'print' && onPrint()));
}
