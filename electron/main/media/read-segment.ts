import { open } from 'node:fs/promises';
import { appError } from '../../../core/app-error.ts';
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
  const [before, frames] = await readSpanLists(path, [stretch.before, stretch.spans]);
  const first = stretch.piece.codec === 'mp3' ? reservoirFrame(before) : null;
  return success({
    number,
    startSeconds: stretch.startSeconds - (first ? stretch.secondsPerFrame : 0),
    soundSeconds: stretch.startSeconds,
    isLast: number === layout.segments.length - 1,
    bytes: first ? Uint8Array.from(Buffer.concat([first, frames])) : frames,
  });
}

async function readSpanLists(
  path: string,
  lists: readonly [readonly FileSpan[], readonly FileSpan[]],
): Promise<[Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>]> {
  const file = await open(path, 'r');
  const read = async (spans: readonly FileSpan[]): Promise<Uint8Array<ArrayBuffer>> => {
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
    return [await read(lists[0]), await read(lists[1])];
  } finally {
    await file.close();
  }
}
