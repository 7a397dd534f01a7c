import type { CueIndex } from '../../core/transcript/cue-at.ts';
import { cueAt, nextStart } from '../../core/transcript/cue-at.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import type { VoicePlace } from './place-marker.ts';
import { wordAt } from './text-place.ts';

/** What was said stays marked in the short pauses of speech, not through music, silence, or words the text does not have. */
const longestPauseMs = 1500;

/**
 * Where the voice is: the word where its time is known, only the sentence where it is estimated, only the paragraph where nothing
 * finer has a time; null before the first words.
 */
export function voicePlace(transcript: Transcript, index: CueIndex, positionMs: number): VoicePlace | null {
  const place = cueAt(index, positionMs);
  if (place === null) return null;
  const { paragraph, sentence, word } = place;
  const isTimedByWord = transcript.timing === 'word' || transcript.timing === 'aligned';
  const isCertain = isTimedByWord && word >= 0 && wordAt(transcript, place)?.estimated !== true;
  return {
    paragraph,
    sentence: sentence < 0 ? null : sentence,
    word: isCertain ? word : null,
    isHeard: place.spoken || positionMs - place.endMs < longestPauseMs,
  };
}

/** Where behind `positionMs` the place may be another, ms; `Infinity` after the last words. */
export function nextVoiceChange(index: CueIndex, positionMs: number): number {
  const nextWordMs = nextStart(index, positionMs, 'word') ?? Number.POSITIVE_INFINITY;
  const place = cueAt(index, positionMs);
  const unheardMs = place === null ? 0 : place.endMs + longestPauseMs;
  return unheardMs > positionMs ? Math.min(unheardMs, nextWordMs) : nextWordMs;
}

export function isSameVoicePlace(a: VoicePlace | null, b: VoicePlace | null): boolean {
  return (
    a?.paragraph === b?.paragraph &&
    a?.sentence === b?.sentence &&
    a?.word === b?.word &&
    a?.isHeard === b?.isHeard
  );
}
