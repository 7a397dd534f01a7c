import { describe, expect, it } from 'vitest';
import { mp3Format } from './frame-format.ts';
import { FrameScanner } from './frame-scanner.ts';
import { concat, id3Tag, mp3Frames, text } from './made-audio.ts';
import type { FileSpan, Segment, SegmentLayout } from './segments.ts';
import { layOutSegments, segmentAt, stretchOf } from './segments.ts';

const stereo = mp3Frames(600);
const mono = mp3Frames(50, { version: 2, bitrate: 8, mono: true });
const tag = id3Tag(90);
const file = concat(stereo, tag, mono, text('junk'), stereo);
const monoStart = (600 * 1152) / 44_100;
const secondStart = monoStart + (50 * 576) / 22_050;

function layout(bytes = file): SegmentLayout {
  const scanner = new FrameScanner(mp3Format, bytes.length);
  scanner.push(bytes);
  const scan = scanner.end();
  if (scan.kind !== 'indexed') throw new Error(scan.kind);
  return layOutSegments(scan.table);
}

function read(spans: readonly FileSpan[]): Uint8Array {
  return concat(...spans.map(({ start, end }) => file.subarray(start, end)));
}

describe('the segments of a spliced file', () => {
  it('follow one another without a gap, and begin anew with each piece', () => {
    const { segments, seconds } = layout();
    expect(seconds).toBeCloseTo(secondStart + monoStart, 9);
    const starts = segments.map(({ startSeconds }) => startSeconds);
    expect(starts).toContainEqual(expect.closeTo(monoStart, 9));
    expect(starts).toContainEqual(expect.closeTo(secondStart, 9));
    for (const [at, segment] of segments.entries()) {
      expect(stretchOf(layout(), segment).endSeconds).toBeCloseTo(starts[at + 1] ?? seconds, 9);
    }
  });

  it('hold every frame of the file once, and neither tags nor junk', () => {
    const whole = layout();
    const frames = whole.segments.map((segment) => read(stretchOf(whole, segment).spans));
    expect(Buffer.from(concat(...frames)).equals(concat(stereo, mono, stereo))).toBe(true);
  });

  it('know what a piece of theirs may go on from, and need nothing after its first', () => {
    const whole = layout();
    const begins = whole.segments.filter(({ piece, firstFrame }) => piece.firstFrame === firstFrame);
    const earlier = (segment: Segment) => read(stretchOf(whole, segment).earlier).length;
    expect(begins.map(earlier)).toEqual([0, 0, 10 * 417]);
    expect(whole.segments.filter((segment) => !begins.includes(segment)).map(earlier)).toEqual(
      new Array(whole.segments.length - begins.length).fill(0),
    );
  });

  it('are found by time, also outside', () => {
    const whole = layout();
    const at = (seconds: number) => whole.segments[segmentAt(whole, seconds)];
    expect(at(monoStart + 0.5)?.piece.channels).toBe(1);
    expect(at(monoStart - 0.001)?.piece.channels).toBe(2);
    expect(at(-1)).toBe(whole.segments[0]);
    expect(at(9999)).toBe(whole.segments.at(-1));
  });
});

describe('a stretch from a moment on', () => {
  const from = (seconds: number) => {
    const whole = layout();
    const segment = whole.segments[segmentAt(whole, seconds)];
    if (!segment) throw new Error('no segment');
    return stretchOf(whole, segment, seconds);
  };

  it('begins with the frame that plays then, and knows the frames before it', () => {
    const stretch = from(7.5);
    expect(stretch.startSeconds).toBeLessThanOrEqual(7.5);
    expect(stretch.startSeconds + stretch.secondsPerFrame).toBeGreaterThan(7.5);
    const frame = Math.floor(7.5 / stretch.secondsPerFrame);
    expect(stretch.spans[0]?.start).toBe(frame * 417);
    expect(stretch.before).toEqual([{ start: (frame - 10) * 417, end: frame * 417 }]);
  });

  it('knows the end of the last piece of its kind, where it begins before there are enough frames of its own', () => {
    const lastFrames = { start: 590 * 417, end: 600 * 417 };
    expect(from(secondStart + 0.001).earlier).toEqual([lastFrames]);
    expect(from(secondStart + 0.001).before).toEqual([]);
    expect(from(secondStart + 3.5 / 38.28).earlier).toEqual([{ ...lastFrames, start: 593 * 417 }]);
    expect(from(secondStart + 1).earlier).toEqual([]);
    expect(from(monoStart).earlier).toEqual([]);
  });

  it('takes nothing from the piece before', () => {
    expect(from(monoStart).before).toEqual([]);
    expect(read(from(monoStart + 0.03).before)).toHaveLength(208);
  });
});
