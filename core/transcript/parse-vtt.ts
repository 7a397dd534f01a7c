import type { Cue } from './transcript.ts';
import { tidyText, tidyWithOffsets } from './tidy-text.ts';
import { readVttBlocks, type VttBlockCue, type VttBlocks } from './vtt-blocks.ts';
import { parseCueText, type VoiceRun } from './vtt-cue-text.ts';

export interface ParsedVtt extends Omit<VttBlocks, 'cues'> {
  readonly cues: readonly Cue[];
}

/**
 * Cues of a WebVTT file, in the order of the file, without their tags. A cue in which several voices speak becomes one
 * cue per voice, its time shared out by length. A voice holds until another is named, as podcast hosts write them.
 * Blocks and times: `vtt-blocks.ts`; tags: `vtt-cue-text.ts`.
 */
export function parseVtt(
  text: string,
  options: { readonly lenient: boolean } = { lenient: false },
): ParsedVtt {
  const { cues: blocks, ...file } = readVttBlocks(text, options);
  const cues: Cue[] = [];
  let speaker: string | undefined;
  for (const block of blocks) {
    const runs = parseCueText(block.payload);
    const shares = timeShares(block, runs);
    runs.forEach((run, index) => {
      speaker = run.speaker ?? speaker;
      const share = shares[index];
      if (share) cues.push(toCue(block.id, { run, ...share, speaker }));
    });
  }
  return { ...file, cues };
}

interface SpokenRun {
  readonly run: VoiceRun;
  readonly startMs: number;
  readonly endMs: number;
  readonly speaker: string | undefined;
}

function toCue(id: string, { run, startMs, endMs, speaker }: SpokenRun): Cue {
  if (run.marks.length === 0) {
    const text = tidyText(run.text);
    return speaker ? { id, startMs, endMs, text, speaker } : { id, startMs, endMs, text };
  }
  const named = speaker ? { speaker } : {};
  const tidied = tidyWithOffsets(
    run.text,
    run.marks.map((mark) => mark.at),
  );
  const times = run.marks.map((mark) => mark.startMs);
  return {
    id,
    startMs,
    endMs,
    text: tidied.text,
    ...named,
    words: spans({ ...tidied, times, startMs, endMs }),
  };
}

/** What lies between two stamps is said between their times; text before the first stamp starts with the cue. */
function spans(cue: {
  text: string;
  offsets: readonly number[];
  times: readonly number[];
  startMs: number;
  endMs: number;
}): NonNullable<Cue['words']> {
  const starts = [0, ...cue.offsets];
  const times = [cue.startMs, ...cue.times];
  return starts
    .map((start, index) => ({
      start,
      end: starts[index + 1] ?? cue.text.length,
      startMs: times[index] ?? cue.startMs,
      endMs: Math.max(times[index] ?? 0, times[index + 1] ?? cue.endMs),
    }))
    .filter((span) => cue.text.slice(span.start, span.end).trim() !== '');
}

/** Start and end of each voice's part: its first stamp where it has one, else in proportion to the characters before it. */
function timeShares(block: VttBlockCue, runs: readonly VoiceRun[]): { startMs: number; endMs: number }[] {
  if (runs.length === 1) return [block];
  const total = runs.reduce((sum, run) => sum + run.text.length, 0);
  let before = 0;
  const starts = runs.map((run) => {
    const stamp = run.marks[0];
    const share = block.startMs + ((block.endMs - block.startMs) * before) / Math.max(1, total);
    before += run.text.length;
    return stamp?.at === 0 ? stamp.startMs : Math.round(share);
  });
  return starts.map((startMs, index) => ({
    startMs,
    endMs: Math.max(startMs, starts[index + 1] ?? block.endMs),
  }));
}
