import { expect, it } from 'vitest';
import { concat, mp3Frame, text } from './made-audio.ts';
import { readMp3Header, readMp3MainData } from './mp3-header.ts';
import { reservoirFrame } from './reservoir-frame.ts';

/** A frame whose main data are counted through, so that each byte can be told from the next. */
function counted(first: number, made: Parameters<typeof mp3Frame>[0] = {}): Uint8Array {
  const frame = mp3Frame(made);
  const header = readMp3Header(frame, 0);
  if (!header) throw new Error('no frame');
  const { held } = readMp3MainData(frame, 0, header);
  for (let at = 0; at < held; at++) frame[frame.length - held + at] = (first + at) & 0xff;
  return frame;
}

it('ends with the data that the frame after it looks back to', () => {
  const [one, two, three] = [counted(1), counted(2), counted(3)];
  const made = reservoirFrame(concat(one, two, three));
  expect(made).not.toBeNull();
  // 381 bytes of each frame are main data: 511 bytes back reach into the second.
  const data = concat(two.subarray(36), three.subarray(36));
  expect(made?.subarray(-511)).toEqual(data.subarray(-511));
});

it.each([
  { made: {}, size: 1044 },
  { made: { mono: true }, size: 1044 },
  { made: { version: 2, bitrate: 8 } as const, size: 522 },
])('is a frame of the same kind that plays nothing: $made', ({ made, size }) => {
  const frame = counted(9, made);
  const silent = reservoirFrame(concat(frame, frame, frame)) ?? new Uint8Array(0);
  const header = readMp3Header(silent, 0);
  expect(silent).toHaveLength(size);
  expect(header).toEqual({ ...readMp3Header(frame, 0), size });
  const { held } = readMp3MainData(silent, 0, header ?? (null as never));
  // Side information of zeros: no data of its own, nothing needed.
  expect(new Set(silent.subarray(4, size - held))).toEqual(new Set([0]));
});

it('is not made of nothing, nor of what are no frames', () => {
  expect(reservoirFrame(new Uint8Array(0))).toBeNull();
  expect(reservoirFrame(text('not a frame'))).toBeNull();
});
