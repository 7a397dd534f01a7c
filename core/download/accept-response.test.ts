import { describe, expect, it } from 'vitest';
import { acceptResponse, resumableValidators, resumeHeaders } from './accept-response.ts';

const part = { etag: '"1"', expectedTotal: 1000 };

describe('resumeHeaders', () => {
  it('asks for the rest only when it certainly belongs to the same file', () => {
    expect(resumeHeaders(400, part)).toEqual({ range: 'bytes=400-', 'if-range': '"1"' });
    expect(resumeHeaders(400, { lastModified: 'x' })).toEqual({ range: 'bytes=400-', 'if-range': 'x' });
    expect(resumeHeaders(400, { expectedTotal: 1000 })).toBeNull();
    expect(resumeHeaders(0, part)).toBeNull();
  });
});

describe('resumableValidators', () => {
  const date = 'Sun, 22 Nov 2026 10:00:00 GMT';
  it.each([
    [{ etag: '"1"', lastModified: date }, { etag: '"1"' }],
    [{ etag: 'W/"1"' }, {}],
    [
      { lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT', date },
      { lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT' },
    ],
    [{ lastModified: 'Sun, 22 Nov 2026 09:59:30 GMT', date }, {}],
    [{ lastModified: date }, {}],
  ])('%j → %j', (headers, expected) => {
    expect(resumableValidators(headers)).toEqual(expected);
  });
});

describe('acceptResponse', () => {
  it('appends a part that begins where ours ends', () => {
    const facts = { status: 206, contentRange: 'bytes 400-999/1000' };
    expect(acceptResponse(facts, 400, part)).toEqual({ kind: 'append', total: 1000 });
  });

  it.each(['bytes 300-999/1000', 'bytes 400-999/2000', 'bytes 400-899/1000', 'bytes 400-999/*', undefined])(
    'asks again when the part is not the one asked for: %s',
    (contentRange) => {
      expect(acceptResponse({ status: 206, contentRange }, 400, part)).toEqual({ kind: 'ask-again' });
    },
  );

  it('asks again when the part is of a file of another date, whatever If-Range said', () => {
    const dated = { lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT', expectedTotal: 1000 };
    const facts = { status: 206, contentRange: 'bytes 400-999/1000' };
    const newer = { ...facts, lastModified: 'Sun, 22 Nov 2026 10:00:00 GMT' };
    expect(acceptResponse(newer, 400, dated)).toEqual({ kind: 'ask-again' });
    expect(acceptResponse({ ...facts, lastModified: dated.lastModified }, 400, dated).kind).toBe('append');
    expect(acceptResponse(facts, 400, dated).kind).toBe('append');
  });

  it('asks again when the part is of a file with another tag, whatever If-Range said', () => {
    const facts = { status: 206, contentRange: 'bytes 400-999/1000' };
    expect(acceptResponse({ ...facts, etag: '"2"' }, 400, part)).toEqual({ kind: 'ask-again' });
    expect(acceptResponse({ ...facts, etag: '"1"' }, 400, part)).toMatchObject({ kind: 'append' });
    expect(acceptResponse(facts, 400, part)).toMatchObject({ kind: 'append' });
  });

  it('never appends a whole file, nor one that is packed', () => {
    expect(acceptResponse({ status: 200, contentLength: '1000' }, 400, part)).toEqual({
      kind: 'restart',
      total: 1000,
    });
    expect(acceptResponse({ status: 200, contentLength: '90', contentEncoding: 'gzip' }, 0, {})).toEqual({
      kind: 'restart',
      total: undefined,
    });
    const packed = { status: 206, contentRange: 'bytes 400-999/1000', contentEncoding: 'gzip' };
    expect(acceptResponse(packed, 400, part)).toEqual({ kind: 'ask-again' });
  });

  it('knows a finished file by 416, and only then', () => {
    expect(acceptResponse({ status: 416, contentRange: 'bytes */1000' }, 1000, part)).toEqual({
      kind: 'complete',
    });
    expect(acceptResponse({ status: 416, contentRange: 'bytes */900' }, 1000, part)).toEqual({
      kind: 'ask-again',
    });
    expect(acceptResponse({ status: 416 }, 1000, part)).toEqual({ kind: 'ask-again' });
    expect(acceptResponse({ status: 416, contentRange: 'bytes */0' }, 0, {})).toMatchObject({
      kind: 'refuse',
    });
  });

  it('refuses a part nobody asked for', () => {
    expect(acceptResponse({ status: 206, contentRange: 'bytes 0-9/10' }, 0, {})).toMatchObject({
      kind: 'refuse',
    });
  });
});
