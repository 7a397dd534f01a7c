import type { Transcript } from '../../../core/transcript/transcript.ts';

/** Pauses up to this long belong to the speech around them. */
const pauseMs = 30_000;

/** How much of the audio the text goes along with, ms: overlaps count once, long gaps not at all. */
export function timedMs({ paragraphs }: Pick<Transcript, 'paragraphs'>): number {
  const spans = paragraphs
    .flatMap((paragraph) => paragraph.sentences)
    .flatMap(({ startMs, endMs }) => (startMs === undefined ? [] : [{ startMs, endMs: endMs ?? startMs }]))
    .sort((a, b) => a.startMs - b.startMs);
  let covered = 0;
  let reached: number | null = null;
  for (const { startMs, endMs } of spans) {
    const isJoined = reached !== null && startMs - reached <= pauseMs;
    const from: number = isJoined && reached !== null ? reached : startMs;
    covered += Math.max(0, endMs - from);
    reached = Math.max(reached ?? endMs, endMs);
  }
  return covered;
}
