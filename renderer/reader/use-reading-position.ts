import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { run } from '../library/commands.ts';
import { getReadingPlace } from '../library/reading-places.ts';
import { openingPlace } from './opening-place.ts';
import { placeOfPoint, pointOfPlace } from './reading-place.ts';
import type { TextSpan } from './text-range.ts';
import type { TextView } from './text-view.ts';

interface ReadingPositionOptions {
  readonly episodeId: string;
  readonly transcript: Transcript;
  readonly view: TextView | null;
  readonly scroller: HTMLElement;
  readonly isPlaying: boolean;
  /** When the listener was last here, ms since the epoch. */
  readonly listenedAt: number | null;
  /** The paragraph the voice is in. */
  readonly voiceParagraph: () => number | null;
  readonly onGo: (span: TextSpan) => void;
}

/** Goes where the page was left, when it was opened elsewhere. */
export type ReadingOffer = () => void;

/** Scrolling comes in many small ends; each written one costs a flush of the disk (ms). */
const settleMs = 1000;
/** An offer nobody takes goes away (ms). */
const offerMs = 20_000;
/** What is so near to the voice is in view with it (paragraphs). */
const near = 2;

/** Opens an episode where its page was left, or offers that place; keeps it through a restart. Never moves the sound. */
export function useReadingPosition(options: ReadingPositionOptions): ReadingOffer | null {
  const { episodeId, transcript, view, scroller } = options;
  const [offered, setOffered] = useState<TextSpan | null>(null);
  const [isOpened, setIsOpened] = useState(false);
  const now = useRef(options);
  const hasOpened = useRef(false);
  useEffect(() => {
    now.current = options;
  });
  useEffect(() => {
    if (view === null) return;
    let isShown = true;
    void getReadingPlace(episodeId).then((left) => {
      // Times that are found later change the text, and the page stays where it is.
      if (!isShown || hasOpened.current) return;
      hasOpened.current = true;
      setIsOpened(true);
      const span = left === null ? null : spanOf(transcript, left);
      if (left === null || span === null) return;
      const { isPlaying, listenedAt, voiceParagraph, onGo } = now.current;
      const voice = voiceParagraph();
      if (openingPlace({ readAt: left.updatedAt, listenedAt, isPlaying }) === 'page') onGo(span);
      else if (voice !== null && Math.abs(voice - span.paragraph) > near) setOffered(span);
    });
    return () => {
      isShown = false;
    };
  }, [episodeId, transcript, view]);
  useEffect(() => {
    if (offered === null) return;
    const timer = setTimeout(() => setOffered(null), offerMs);
    return () => clearTimeout(timer);
  }, [offered]);
  const mayKeep = isOpened && offered === null;
  // The last place is read while the text is still in the document.
  useLayoutEffect(() => {
    if (view === null || !mayKeep) return;
    return keepPlace({ episodeId, transcript, view, scroller });
  }, [episodeId, transcript, view, scroller, mayKeep]);
  if (offered === null) return null;
  return () => {
    setOffered(null);
    options.onGo(offered);
  };
}

function spanOf(transcript: Transcript, left: { offset: number; length: number }): TextSpan | null {
  const point = pointOfPlace(transcript, left);
  return point === null ? null : { paragraph: point.paragraph, start: point.offset, end: point.offset + 1 };
}

/** Keeps where the page comes to rest. The answer writes what is not written yet, and stops. */
function keepPlace({
  episodeId,
  transcript,
  view,
  scroller,
}: Pick<ReadingPositionOptions, 'episodeId' | 'transcript' | 'scroller'> & {
  view: TextView;
}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    const line = view.firstLineInView();
    const place = line === null ? null : placeOfPoint(transcript, line);
    void run({ kind: 'set-reading-place', episodeId, place });
  };
  // Where the page is, is asked when it has come to rest: asking has the page laid out.
  const note = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, settleMs);
  };
  scroller.addEventListener('scrollend', note);
  addEventListener('pagehide', write);
  return () => {
    scroller.removeEventListener('scrollend', note);
    removeEventListener('pagehide', write);
    write();
  };
}
