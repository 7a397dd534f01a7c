import { useEffect, useMemo, useRef } from 'react';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { subscribeToClock } from '../player/playback-clock.ts';
import { cueIndexOf } from './cue-index-of.ts';
import type { PlaceMarker, VoicePlace } from './place-marker.ts';
import { isSameVoicePlace, nextVoiceChange, voicePlace } from './voice-place.ts';

interface VoiceOptions {
  readonly transcript: Transcript;
  readonly marker: PlaceMarker | null;
  /** What the player does with this episode. */
  readonly playback: 'absent' | 'still' | 'playing';
  /** Where the listener left an episode that the player does not hold, ms. */
  readonly listenedMs: number;
  /** Told of every new place. */
  readonly onMove: (place: VoicePlace) => void;
}

/**
 * Keeps the mark on what is being said and tells where that is, anew whenever playing begins. The returned function gives
 * the place of the moment.
 */
export function useVoice(options: VoiceOptions): () => VoicePlace | null {
  const { transcript, marker, playback, listenedMs, onMove } = options;
  const openingMs = playback === 'absent' ? listenedMs : 0;
  const place = useRef<VoicePlace | null>(null);
  const tell = useRef(onMove);
  useEffect(() => {
    tell.current = onMove;
  });
  useEffect(() => {
    if (marker === null) return;
    // Built after the first drawing.
    const times = cueIndexOf(transcript);
    const hear = (positionMs: number): void => {
      const next = voicePlace(transcript, times, positionMs);
      if (isSameVoicePlace(next, place.current)) return;
      place.current = next;
      // Who is told measures the page, which costs little only before the mark has moved.
      if (next !== null) tell.current(next);
      marker.markVoice(next);
    };
    const silence = (): void => {
      place.current = null;
      marker.markVoice(null);
    };
    if (playback !== 'absent') {
      const unsubscribe = subscribeToClock((positionMs) => {
        hear(positionMs);
        return nextVoiceChange(times, positionMs);
      });
      return () => {
        unsubscribe();
        silence();
      };
    }
    if (openingMs > 0) hear(openingMs);
    return silence;
  }, [transcript, marker, playback, openingMs]);
  return useMemo(() => () => place.current, []);
}
