import type { AlignedSentence, Alignment } from './alignment.ts';

/** A cue may begin this much before or after the sentence in it (ms), and a word so much before or after it is heard: less is no shift. */
const tolerances = { cue: 1_500, word: 300 };
/** Sentences in a row which have to agree, so that one wrong sentence makes no block. */
const agreeing = 2;

interface Block {
  readonly fromMs: number;
  readonly shifts: number[];
}

/**
 * Where a publisher's times are off in blocks, because something (advertising) was put into this copy of the recording or taken
 * out of it after the times were made. @param publishedMs When each sentence begins by the publisher; undefined where not told.
 * `timed`: what the publisher times, which says how exact that is.
 */
export function findShifts(
  sentences: readonly (AlignedSentence | null)[],
  { publishedMs, timed }: { publishedMs: readonly (number | undefined)[]; timed: 'cue' | 'word' },
): Alignment['shifts'] {
  const tolerance = tolerances[timed];
  const heard = sentences.flatMap((sentence, index) => {
    const fromMs = publishedMs[index];
    return sentence === null || fromMs === undefined ? [] : [{ fromMs, shiftMs: sentence.startMs - fromMs }];
  });
  const blocks: Block[] = [];
  heard.forEach(({ fromMs, shiftMs }, index) => {
    const block = blocks.at(-1);
    if (block && Math.abs(shiftMs - median(block.shifts)) <= tolerance) {
      block.shifts.push(shiftMs);
      return;
    }
    const following = heard.slice(index, index + agreeing);
    const agree = following.every((other) => Math.abs(other.shiftMs - shiftMs) <= tolerance);
    if (agree && following.length === agreeing) blocks.push({ fromMs, shifts: [shiftMs] });
  });
  return blocks
    .map(({ fromMs, shifts }, index) => ({ fromMs: index === 0 ? 0 : fromMs, shiftMs: median(shifts) }))
    .filter(({ shiftMs }, index) => index > 0 || Math.abs(shiftMs) > tolerance);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}
