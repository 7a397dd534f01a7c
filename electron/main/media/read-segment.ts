import { open } from 'node:fs/promises';
import { appError } from '../../../core/app-error.ts';
import { continuesFrames } from '../../../core/audio/continues-frames.ts';
import { reservoirFrame } from '../../../core/audio/reservoir-frame.ts';
import type { FileSpan, SegmentLayout } from '../../../core/audio/segments.ts';
import { segmentAt, stretchOf } from '../../../core/audio/segments.ts';
import type { RequestArgs, RequestResult } from '../../../core/ipc/contract.ts';
import type { Result } from '../../../core/result.ts';
import { failure, success } from '../../../core/result.ts';

/**
 * Reads some seconds of sound: a segment by its number, or one from a moment on, with what a decoder needs to begin there.
 * Rejects when the disk fails or the file is shorter than its index.
 */
export async function readSegment(
  audio: { readonly path: string; readonly layout: SegmentLayout },
  wanted: RequestArgs<'media:segment'>['wanted'],
): Promise<Result<RequestResult<'media:segment'>>> {
  const { path, layout } = audio;
  const seconds = 'seconds' in wanted ? wanted.seconds : undefined;
  const number = 'number' in wanted ? wanted.number : segmentAt(layout, wanted.seconds);
  const segment = layout.segments[number];
  if (!segment) return failure(appError('bad-request', `There is no segment ${number}`));
  const stretch = stretchOf(layout, segment, seconds);
  const [earlier, before, frames] = await readSpanLists(path, [
    stretch.earlier,
    stretch.before,
    stretch.spans,
  ]);
  const first = stretch.piece.codec === 'mp3' ? firstFrame(earlier, before, frames) : null;
  return success({
    number,
    startSeconds: stretch.startSeconds - (first ? stretch.secondsPerFrame : 0),
    soundSeconds: stretch.startSeconds,
    isLast: number === layout.segments.length - 1,
    bytes: first ? Uint8Array.from(Buffer.concat([first, frames])) : frames,
  });
}

/** What sets the decoder up; null where it has nothing to begin with. */
function firstFrame(earlier: Uint8Array, before: Uint8Array, frames: Uint8Array): Uint8Array | null {
  const own = before.length > 0 ? before : frames;
  return reservoirFrame(continuesFrames(earlier, own) ? Buffer.concat([earlier, before]) : before);
}

type Bytes = Uint8Array<ArrayBuffer>;

async function readSpanLists(
  path: string,
  lists: readonly [readonly FileSpan[], readonly FileSpan[], readonly FileSpan[]],
): Promise<[Bytes, Bytes, Bytes]> {
  const file = await open(path, 'r');
  const read = async (spans: readonly FileSpan[]): Promise<Bytes> => {
    const bytes = new Uint8Array(spans.reduce((sum, { start, end }) => sum + end - start, 0));
    let at = 0;
    for (const { start, end } of spans) {
      const { bytesRead } = await file.read(bytes, at, end - start, start);
      if (bytesRead < end - start) throw new Error('The audio file ended early');
      at += bytesRead;
    }
    return bytes;
  };
  try {
    return [await read(lists[0]), await read(lists[1]), await read(lists[2])];
  } finally {
    await file.close();
  }
}
