import { describe, expect, it } from 'vitest';
import { answerByteRange, parseByteRange } from './byte-range.ts';

const part = (start: number, end: number) => ({ kind: 'part', start, end }) as const;

describe('a Range header over 1000 bytes', () => {
  it.each([
    ['bytes=0-0', part(0, 1)],
    ['bytes=0-499', part(0, 500)],
    ['bytes=500-999', part(500, 1000)],
    ['bytes=500-', part(500, 1000)],
    ['bytes=999-', part(999, 1000)],
    ['bytes=500-99999999999999999999', part(500, 1000)],
    ['bytes=-1', part(999, 1000)],
    ['bytes=-5000', part(0, 1000)],
    ['Bytes= 0-1 ', part(0, 2)],
  ])('%s is a part', (header, expected) => {
    expect(parseByteRange(header, 1000)).toEqual(expected);
  });

  it.each(['bytes=1000-', 'bytes=1000-2000', 'bytes=99999999999999999999-', 'bytes=-0'])(
    '%s cannot be satisfied',
    (header) => {
      expect(parseByteRange(header, 1000)).toEqual({ kind: 'unsatisfiable' });
    },
  );

  it.each([
    null,
    '',
    'bytes=',
    'bytes=-',
    'bytes=5-4',
    'bytes=0-1,5-6',
    'bytes=a-b',
    'bytes=0x0-1',
    'seconds=1-2',
    'bytes=--1',
    'bytes=1.5-2',
  ])('%j is ignored', (header) => {
    expect(parseByteRange(header, 1000)).toEqual({ kind: 'whole' });
  });

  it('finds nothing to give of an empty file', () => {
    expect(parseByteRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' });
    expect(parseByteRange('bytes=-5', 0)).toEqual({ kind: 'unsatisfiable' });
  });
});

describe('the answer', () => {
  it('to a part is 206 with its place and length', () => {
    expect(answerByteRange({ method: 'GET', range: 'bytes=10-19' }, 1000)).toEqual({
      status: 206,
      headers: { 'Accept-Ranges': 'bytes', 'Content-Length': '10', 'Content-Range': 'bytes 10-19/1000' },
      body: { start: 10, end: 20 },
    });
  });

  it('to no range is 200 and everything', () => {
    expect(answerByteRange({ method: 'GET', range: null }, 1000)).toEqual({
      status: 200,
      headers: { 'Accept-Ranges': 'bytes', 'Content-Length': '1000' },
      body: { start: 0, end: 1000 },
    });
  });

  it('to the impossible is 416 and tells the size', () => {
    const answer = answerByteRange({ method: 'GET', range: 'bytes=1000-' }, 1000);
    expect(answer).toMatchObject({ status: 416, headers: { 'Content-Range': 'bytes */1000' }, body: null });
  });

  it('to HEAD has the headers of the whole and no body, whatever the range', () => {
    const answer = answerByteRange({ method: 'HEAD', range: 'bytes=0-1' }, 1000);
    expect(answer).toMatchObject({ status: 200, headers: { 'Content-Length': '1000' }, body: null });
  });

  it('to another method is 405', () => {
    expect(answerByteRange({ method: 'POST', range: null }, 1000)).toMatchObject({ status: 405, body: null });
  });

  it('to a GET of an empty file has no body to open a file for', () => {
    expect(answerByteRange({ method: 'GET', range: null }, 0)).toMatchObject({ status: 200, body: null });
  });
});
