import type { FramePiece, FrameTable } from './frame-table.ts';
import { endOf, secondsOf } from './frame-table.ts';

/** A few seconds of sound that a decoder can begin with: frames of one piece from one sync frame to the next. */
export interface Segment {
  readonly piece: FramePiece;
  readonly firstFrame: number;
  /** Excluded. */
  readonly endFrame: number;
  readonly startSeconds: number;
  /** Where the first frame stands in the file, and in which of the table's runs. */
  readonly offset: number;
  readonly run: number;
}

/** A file with a frame table, cut into segments. */
export interface SegmentLayout {
  readonly table: FrameTable;
  /** In order, without gaps in time. Never empty. */
  readonly segments: readonly Segment[];
  readonly seconds: number;
}

/** Bytes of the file, `end` excluded. */
export interface FileSpan {
  readonly start: number;
  readonly end: number;
}

/** Cuts at the table's sync frames. One pass over the sizes: a few ms for ten hours. */
export function layOutSegments(table: FrameTable): SegmentLayout {
  const { pieces, runs, sizes, syncFrames } = table;
  const segments: Segment[] = [];
  let [run, pieceAt, pieceSeconds] = [0, 0, 0];
  let frame = 0;
  let offset = runs[0]?.offset ?? 0;
  syncFrames.forEach((firstFrame, at) => {
    for (; frame < firstFrame; frame++) {
      offset += sizes[frame] ?? 0;
      const next = runs[run + 1];
      if (next?.firstFrame === frame + 1) [run, offset] = [run + 1, next.offset];
    }
    for (; firstFrame >= endOf(pieces, pieceAt, sizes.length); pieceAt++) {
      pieceSeconds += secondsBetween(pieces, pieceAt, endOf(pieces, pieceAt, sizes.length));
    }
    const piece = pieces[pieceAt];
    if (!piece) return;
    segments.push({
      piece,
      firstFrame,
      endFrame: syncFrames[at + 1] ?? sizes.length,
      startSeconds: pieceSeconds + secondsBetween(pieces, pieceAt, firstFrame),
      offset,
      run,
    });
  });
  return { table, segments, seconds: secondsOf(table) };
}

function secondsBetween(pieces: readonly FramePiece[], at: number, frame: number): number {
  const piece = pieces[at];
  return piece ? ((frame - piece.firstFrame) * piece.samplesPerFrame) / piece.sampleRate : 0;
}

/** Number of the segment that plays at a time; the first or the last for times outside. */
export function segmentAt({ segments }: SegmentLayout, seconds: number): number {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.startSeconds ?? Infinity) <= seconds) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A stretch of frames of one segment, and the frames before it that a decoder needs to begin there. */
export interface FrameStretch {
  readonly piece: FramePiece;
  /** Where the first frame of the stretch plays. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly secondsPerFrame: number;
  /** The end of an earlier piece of the same kind, which the stretch may go on from, where the frames before it in its own piece are too few. */
  readonly earlier: readonly FileSpan[];
  /** The frames that come before, and then the stretch itself: bytes of the file in order, several spans where tags or junk lie between. */
  readonly before: readonly FileSpan[];
  readonly spans: readonly FileSpan[];
}

/** More frames than any MP3 frame reaches back: the shortest hold 24 bytes, but those need no more themselves. */
const framesBefore = 10;

/** The frames of a segment, from the one that plays at `seconds` where given, else all. */
export function stretchOf(layout: SegmentLayout, segment: Segment, seconds?: number): FrameStretch {
  const { piece, startSeconds } = segment;
  const secondsPerFrame = piece.samplesPerFrame / piece.sampleRate;
  const frames = segment.endFrame - segment.firstFrame;
  const into = seconds === undefined ? 0 : Math.floor((seconds - startSeconds) / secondsPerFrame);
  const first = segment.firstFrame + Math.max(0, Math.min(into, frames - 1));
  // A decoder is set up anew where a piece begins; within a piece, what follows needs nothing.
  const isSetUp = seconds === undefined && first > piece.firstFrame;
  const from = isSetUp ? first : Math.max(piece.firstFrame, first - framesBefore);
  const missing = isSetUp ? 0 : framesBefore - (first - from);
  return {
    piece,
    startSeconds: startSeconds + (first - segment.firstFrame) * secondsPerFrame,
    endSeconds: startSeconds + frames * secondsPerFrame,
    secondsPerFrame,
    earlier: endOfEarlier(layout, piece, missing),
    before: spansBetween(layout, { from, end: first }),
    spans: spansBetween(layout, { from: first, end: segment.endFrame }),
  };
}

/** The last frames of the nearest piece before this one that a decoder of the same set-up plays. */
function endOfEarlier(layout: SegmentLayout, piece: FramePiece, frames: number): FileSpan[] {
  const { pieces, sizes } = layout.table;
  const at = pieces.findLastIndex((one) => one.firstFrame < piece.firstFrame && isSameKind(one, piece));
  const earlier = pieces[at];
  if (earlier === undefined || frames === 0) return [];
  const end = endOf(pieces, at, sizes.length);
  return spansBetween(layout, { from: Math.max(earlier.firstFrame, end - frames), end });
}

function isSameKind(one: FramePiece, other: FramePiece): boolean {
  return (
    one.codec === other.codec &&
    one.sampleRate === other.sampleRate &&
    one.channels === other.channels &&
    one.samplesPerFrame === other.samplesPerFrame
  );
}

/** Where frames stand in the file; counted from the start of the segment that holds the first of them. */
function spansBetween(
  { table, segments }: SegmentLayout,
  { from, end }: { readonly from: number; readonly end: number },
): FileSpan[] {
  const { runs, sizes } = table;
  const spans: FileSpan[] = [];
  const owner = segments.findLast((one) => one.firstFrame <= from);
  if (owner === undefined) return spans;
  const { firstFrame, offset, run: firstRun } = owner;
  let [run, at] = [firstRun, offset];
  let start = at;
  for (let frame = firstFrame; frame < end; frame++) {
    if (frame === from) start = at;
    at += sizes[frame] ?? 0;
    const next = runs[run + 1];
    if (next?.firstFrame !== frame + 1) continue;
    if (frame >= from && at > start) spans.push({ start, end: at });
    [run, start, at] = [run + 1, next.offset, next.offset];
  }
  if (at > start && end > from) spans.push({ start, end: at });
  return spans;
}
