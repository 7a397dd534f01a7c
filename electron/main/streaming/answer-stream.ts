import { audioMediaType } from '../../../core/audio/audio-media-type.ts';
import { answerByteRange } from '../../../core/audio/byte-range.ts';
import type { ByteReader, ByteSource } from './byte-source.ts';

/** Answers the media element from a recording. Rejects with AppFailure when there is nothing to answer with. */
export async function answerStream(
  request: { readonly method: string; readonly range: string | null },
  source: ByteSource,
  onFailure: (cause: unknown) => void,
): Promise<Response> {
  const { kind, total, canJump } = await source.facts();
  const always = {
    'Content-Type': audioMediaType(kind),
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  };
  const body = (start: number, end: number): ReadableStream<Uint8Array> =>
    streamBytes((signal) => source.reader(signal), { start, end, onFailure });
  if (canJump && total !== undefined) {
    const answer = answerByteRange(request, total);
    const headers = { ...answer.headers, ...always };
    const content = answer.body === null ? null : body(answer.body.start, answer.body.end);
    return new Response(content, { status: answer.status, headers });
  }
  // Without a length the element takes it for a stream and asks for nothing but what follows.
  const from = Number(/^bytes=(\d+)-/.exec(request.range ?? '')?.[1] ?? 0);
  return new Response(request.method === 'HEAD' ? null : body(from, Infinity), { headers: always });
}

interface Wanted {
  readonly start: number;
  /** Excluded. */
  readonly end: number;
  readonly onFailure: (cause: unknown) => void;
}

function streamBytes(
  open: (signal: AbortSignal) => ByteReader,
  { start, end, onFailure }: Wanted,
): ReadableStream<Uint8Array> {
  const given = new AbortController();
  const reader = open(given.signal);
  let at = start;
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    try {
      const bytes = await reader.read(at);
      if (given.signal.aborted) return;
      const wanted = bytes?.subarray(0, end - at) ?? null;
      at += wanted?.byteLength ?? 0;
      if (wanted !== null) controller.enqueue(wanted);
      if (wanted !== null && at < end) return;
      await reader.close();
      controller.close();
    } catch (cause) {
      await reader.close();
      if (given.signal.aborted) return;
      onFailure(cause);
      controller.error(cause);
    }
  };
  const cancel = async (): Promise<void> => {
    given.abort();
    await reader.close();
  };
  return new ReadableStream({ pull, cancel }, { highWaterMark: 0 });
}
