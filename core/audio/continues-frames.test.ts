import { expect, it } from 'vitest';
import { continuesFrames } from './continues-frames.ts';
import { concat, mp3Frame, text } from './made-audio.ts';
import { readMp3Header, readMp3MainData } from './mp3-header.ts';

/** Main data of a made frame: 417 bytes without header and side information. */
const held = 381;

/** A frame of MPEG-1 in stereo that says it takes `needed` bytes of earlier frames and plays `used` bytes. */
function frame(needed: number, used: number): Uint8Array {
  const made = mp3Frame({});
  let lengths = 0n;
  // Behind 20 bits there are four lengths of 12 bits, 59 bits from one to the next: 256 bits in all.
  for (const [at, bits] of [used * 8, 0, 0, 0].entries())
    lengths |= BigInt(bits) << BigInt(256 - 20 - 12 - at * 59);
  lengths |= BigInt(needed) << 247n;
  for (let at = 0; at < 32; at++) made[4 + at] = Number((lengths >> BigInt(8 * (31 - at))) & 0xffn);
  return made;
}

it('reads back what the frames of these tests say', () => {
  const made = frame(300, 400);
  const header = readMp3Header(made, 0);
  expect(header && readMp3MainData(made, 0, header)).toEqual({ needed: 300, held, used: 400 });
});

const earlier = concat(frame(0, 281), frame(100, 331), frame(150, 341));

it('knows a frame that needs what is left over', () => {
  expect(continuesFrames(earlier, frame(190, 300))).toBe(true);
});

it.each([
  { what: 'another amount', next: frame(189, 300) },
  { what: 'more than there is', next: frame(191, 300) },
  { what: 'nothing', next: frame(0, 300) },
  { what: 'what no frame says', next: text('not a frame at all, but text') },
  { what: 'nothing at all', next: new Uint8Array(0) },
])('does not take one that needs $what', ({ next }) => {
  expect(continuesFrames(earlier, next)).toBe(false);
});

it('lets an encoder that padded the frames before pad the last one too', () => {
  const padded = concat(frame(0, 281), frame(90, 271), frame(180, 351));
  expect(continuesFrames(padded, frame(200, 300))).toBe(true);
  expect(continuesFrames(padded, frame(211, 300))).toBe(false);
});

it('takes nothing from a single frame or from none', () => {
  expect(continuesFrames(frame(0, 281), frame(100, 300))).toBe(false);
  expect(continuesFrames(new Uint8Array(0), frame(100, 300))).toBe(false);
});
