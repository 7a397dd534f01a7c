import type { Loop } from '../../core/playback/loop.ts';
import type { CueIndex } from '../../core/transcript/cue-at.ts';
import { cueAt, nextStart } from '../../core/transcript/cue-at.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';

/** The last sound of a sentence fades: so much is heard after it, but nothing of the next (ms). */
const afterglowMs = 250;

/**
 * The stretch of audio of the sentence said at `positionMs`, or last said before it; `null` where the text has none. The last one may
 * be said until the sound ends, at `soundMs`.
 */
export function sentenceLoop(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  index: CueIndex,
  { positionMs, soundMs }: { readonly positionMs: number; readonly soundMs: number | null },
): Loop | null {
  const place = cueAt(index, positionMs);
  const sentence = place === null ? undefined : paragraphs[place.paragraph]?.sentences[place.sentence];
  if (sentence?.startMs === undefined) return null;
  const nextMs = nextStart(index, positionMs, 'sentence') ?? soundMs ?? Number.POSITIVE_INFINITY;
  const endMs = Math.min((sentence.endMs ?? nextMs) + afterglowMs, nextMs);
  return Number.isFinite(endMs) && endMs > sentence.startMs ? { startMs: sentence.startMs, endMs } : null;
}

export function isSameLoop(a: Loop | null, b: Loop | null): boolean {
  return a?.startMs === b?.startMs && a?.endMs === b?.endMs;
}
