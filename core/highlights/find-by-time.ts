import type { Transcript } from '../transcript/transcript.ts';
import type { HighlightAnchor, HighlightPlace } from './highlight.ts';

/** Share of the shorter of the two that a sentence and the highlight must have in common. */
const enough = 0.5;

/** The sentences said during a highlight, from the first to the last; null where text or highlight has no times. */
export function findByTime(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  { startMs, endMs }: Pick<HighlightAnchor, 'startMs' | 'endMs'>,
): HighlightPlace | null {
  if (startMs === undefined || endMs === undefined) return null;
  const said = paragraphs.flatMap(({ sentences }, paragraph) =>
    sentences.flatMap((sentence) => {
      const shared = sharedShare(sentence, { startMs, endMs });
      return shared >= enough ? [{ paragraph, ...sentence }] : [];
    }),
  );
  const [first, last] = [said[0], said.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    from: { paragraph: first.paragraph, offset: first.start },
    to: { paragraph: last.paragraph, offset: last.end },
    by: 'time',
  };
}

/** Shared time as a share of the shorter of the two: a long sentence of the other text may hold the whole highlight. */
function sharedShare(
  sentence: { readonly startMs?: number | undefined; readonly endMs?: number | undefined },
  mark: { readonly startMs: number; readonly endMs: number },
): number {
  if (sentence.startMs === undefined || sentence.endMs === undefined) return 0;
  const shared = Math.min(sentence.endMs, mark.endMs) - Math.max(sentence.startMs, mark.startMs);
  const shorter = Math.min(sentence.endMs - sentence.startMs, mark.endMs - mark.startMs);
  return shorter <= 0 ? 0 : shared / shorter;
}
