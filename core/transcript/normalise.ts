import { mergeRepeatedCaptions } from './caption-overlap.ts';
import { cuesToTurns, type Turn } from './cues-to-turns.ts';
import { stampsToTurns, type StampedParagraph } from './stamps-to-turns.ts';
import { setTurn } from './set-turn.ts';
import type { Cue, Paragraph, Transcript } from './transcript.ts';

/** What a format's parser found: timed cues, or paragraphs with or without time stamps in them. */
export type TranscriptContent =
  | { readonly kind: 'cues'; readonly cues: readonly Cue[] }
  | { readonly kind: 'paragraphs'; readonly paragraphs: readonly StampedParagraph[] };

/**
 * Sets any source of words into paragraphs and sentences that read well, speakers kept, and gives each word its time.
 * Within one result word starts never go back. Words whose time is interpolated between given times say `estimated`.
 */
export function normalise(content: TranscriptContent): Pick<Transcript, 'paragraphs' | 'timing'> {
  const turns: readonly Turn[] =
    content.kind === 'cues'
      ? cuesToTurns(mergeRepeatedCaptions(inOrder(content.cues)))
      : stampsToTurns(content.paragraphs);
  const paragraphs: Paragraph[] = [];
  const clock = { lastMs: 0 };
  for (const turn of turns) paragraphs.push(...setTurn(turn, clock));
  return { paragraphs, timing: timingOf(paragraphs) };
}

function inOrder(cues: readonly Cue[]): readonly Cue[] {
  const descends = cues.some((cue, at) => cue.startMs < (cues[at - 1]?.startMs ?? 0));
  return descends ? [...cues].sort((a, b) => a.startMs - b.startMs) : cues;
}

function timingOf(paragraphs: readonly Paragraph[]): Transcript['timing'] {
  let exact = 0;
  let estimated = 0;
  for (const { sentences } of paragraphs)
    for (const { words } of sentences)
      for (const word of words) {
        if (word.estimated) estimated += 1;
        else if (word.startMs !== undefined) exact += 1;
      }
  if (exact + estimated === 0) return 'none';
  return exact > estimated ? 'word' : 'cue';
}
