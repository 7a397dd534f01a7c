import { useEffect, useMemo, useRef } from 'react';
import { buildCueIndex } from '../../core/transcript/cue-at.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { subscribeToClock } from '../player/playback-clock.ts';
import type { PlaceMarker, VoicePlace } from './place-marker.ts';
import { isSameVoicePlace, voicePlace } from './voice-place.ts';

interface VoiceOptions {
  readonly transcript: Transcript;
  readonly marker: PlaceMarker | null;
  /** Whether the player holds this episode. */
  readonly isInPlayer: boolean;
  /** Where the listener left an episode that the player does not hold, ms. */
  readonly listenedMs: number;
  /** Told of every new place. */
  readonly onMove: (place: VoicePlace) => void;
}

/** Keeps the mark on what is being said and tells where that is. The returned function gives the place of the moment. */
export function useVoice({
  transcript,
  marker,
  isInPlayer,
  listenedMs,
  onMove,
}: VoiceOptions): () => VoicePlace | null {
  const index = useMemo(() => buildCueIndex(transcript), [transcript]);
  const place = useRef<VoicePlace | null>(null);
  const tell = useRef(onMove);
  useEffect(() => {
    tell.current = onMove;
  });
  useEffect(() => {
    if (marker === null) return;
    const hear = (positionMs: number): void => {
      const next = voicePlace(transcript, index, positionMs);
      if (isSameVoicePlace(next, place.current)) return;
      place.current = next;
      marker.markVoice(next);
      if (next !== null) tell.current(next);
    };
    const silence = (): void => {
      place.current = null;
      marker.markVoice(null);
    };
    if (isInPlayer) {
      const unsubscribe = subscribeToClock(hear);
      return () => {
        unsubscribe();
        silence();
      };
    }
    if (listenedMs > 0) hear(listenedMs);
    return silence;
  }, [transcript, index, marker, isInPlayer, listenedMs]);
  return useMemo(() => () => place.current, []);
}
