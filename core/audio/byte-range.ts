/** What a Range header asks of a file. `end` is excluded. */
export type ByteRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'unsatisfiable' };

/** Status line and headers of an answer, and the bytes of its body (`end` excluded), null where there is no body. */
export interface RangeAnswer {
  readonly status: 200 | 206 | 405 | 416;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly start: number; readonly end: number } | null;
}

const whole: ByteRange = { kind: 'whole' };
const unsatisfiable: ByteRange = { kind: 'unsatisfiable' };

/**
 * Reads a Range header (RFC 9110 §14.1.2, §14.2) for a file of `size` bytes. What is not a valid `bytes` range is
 * ignored, as the RFC asks, and so are several ranges at once, as it allows: both get the whole file.
 */
export function parseByteRange(header: string | null, size: number): ByteRange {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (!match || (first === '' && last === '')) return whole;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? unsatisfiable : { kind: 'part', start: size - length, end: size };
  }
  const start = Number(first);
  const end = last === '' ? size : Math.min(Number(last) + 1, size);
  if (last !== '' && Number(last) < start) return whole;
  return start >= size ? unsatisfiable : { kind: 'part', start, end };
}

/** The answer to GET or HEAD of a file of `size` bytes: 200, 206 with Content-Range, or 416; 405 for other methods. */
export function answerByteRange(
  request: { method: string; range: string | null },
  size: number,
): RangeAnswer {
  const { method, range: header } = request;
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, headers: { Allow: 'GET, HEAD' }, body: null };
  // A Range means something to GET alone (§14.2).
  const range = method === 'GET' ? parseByteRange(header, size) : whole;
  if (range.kind === 'unsatisfiable') {
    return {
      status: 416,
      headers: { 'Accept-Ranges': 'bytes', 'Content-Range': `bytes */${size}`, 'Content-Length': '0' },
      body: null,
    };
  }
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: size };
  const headers: Record<string, string> = { 'Accept-Ranges': 'bytes', 'Content-Length': String(end - start) };
  if (range.kind === 'part') headers['Content-Range'] = `bytes ${start}-${end - 1}/${size}`;
  const body = method === 'HEAD' || end === start ? null : { start, end };
  return { status: range.kind === 'part' ? 206 : 200, headers, body };
}
