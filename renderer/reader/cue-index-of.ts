import type { CueIndex } from '../../core/transcript/cue-at.ts';
import { buildCueIndex } from '../../core/transcript/cue-at.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';

const indexes = new WeakMap<Transcript, CueIndex>();

/** The times of a text laid flat, built when first asked for and once only: for a day of speech it takes longer than a frame. */
export function cueIndexOf(transcript: Transcript): CueIndex {
  const known = indexes.get(transcript);
  if (known !== undefined) return known;
  const index = buildCueIndex(transcript);
  indexes.set(transcript, index);
  return index;
}
