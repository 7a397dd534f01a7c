import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { buildCueIndex } from '../../core/transcript/cue-at.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { subscribeToClock } from '../player/playback-clock.ts';
import { usePlayback } from '../player/playback-store.ts';
import type { VoicePlace } from './place-marker.ts';
import { nextVoiceChange, voicePlace } from './voice-place.ts';

interface BesideVoiceOptions {
  readonly episodeId: string;
  readonly root: HTMLElement | null;
  /** The text beside; null where there is none. */
  readonly transcript: Transcript | null;
}

/** Marks what is being said in the text beside, as `useVoice` does in the text itself. */
export function useBesideVoice({ episodeId, root, transcript }: BesideVoiceOptions): void {
  const isInPlayer = usePlayback((now) => now.episodeId === episodeId);
  const index = useMemo(() => (transcript === null ? null : buildCueIndex(transcript)), [transcript]);
  const place = useRef<VoicePlace | null>(null);
  // Rows come and go with scrolling, and those that come have no marks yet.
  useLayoutEffect(() => {
    if (root !== null && transcript !== null) mark(root, place.current);
  });
  useEffect(() => {
    if (root === null || transcript === null || index === null || !isInPlayer) return;
    const unsubscribe = subscribeToClock((positionMs) => {
      place.current = voicePlace(transcript, index, positionMs);
      mark(root, place.current);
      return nextVoiceChange(index, positionMs);
    });
    return () => {
      unsubscribe();
      place.current = null;
      mark(root, null);
    };
  }, [root, transcript, index, isInPlayer]);
}

function mark(root: HTMLElement, place: VoicePlace | null): void {
  const sentence =
    place === null ? null : root.querySelector(`[data-beside="${place.paragraph}.${place.sentence}"]`);
  const word =
    place === null ? null : (sentence?.querySelector(`[data-beside-word="${place.word}"]`) ?? null);
  move(root, 'data-spoken', sentence);
  move(root, 'data-spoken-word', word);
}

function move(root: HTMLElement, name: string, to: Element | null): void {
  for (const marked of root.querySelectorAll(`.beside-text [${name}]`)) {
    if (marked !== to) marked.removeAttribute(name);
  }
  if (to !== null && !to.hasAttribute(name)) to.setAttribute(name, '');
}
