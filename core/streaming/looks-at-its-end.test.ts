import { describe, expect, it } from 'vitest';
import { concat, mp3Frames, text } from '../audio/made-audio.ts';
import { looksAtItsEnd } from './looks-at-its-end.ts';

/** An ID3v2.3 tag with one frame of a letter. */
function tagged(frame: string): Uint8Array {
  const size = 12;
  return concat(
    text('ID3\x03\x00\x00'),
    Uint8Array.of(0, 0, 0, size),
    text(frame),
    Uint8Array.of(0, 0, 0, 2, 0, 0, 0, 65),
    mp3Frames(4),
  );
}

describe('a file whose end is read before it plays', () => {
  it('is an MP3 that no tag at its start describes', () => {
    expect(looksAtItsEnd(mp3Frames(20))).toBe(true);
    expect(looksAtItsEnd(tagged('PRIV'))).toBe(true);
    expect(looksAtItsEnd(tagged('TIT2'))).toBe(false);
  });

  it('is one of a kind that keeps something there', () => {
    expect(looksAtItsEnd(text('OggS\0\x02'))).toBe(true);
    expect(looksAtItsEnd(text('RIFF\0\0\0\0WAVEfmt '))).toBe(true);
    expect(looksAtItsEnd(text('\0\0\0\x20ftypM4A '))).toBe(false);
    expect(looksAtItsEnd(text('fLaC\0'))).toBe(false);
  });
});
