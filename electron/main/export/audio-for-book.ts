import type { BookAudio } from '../../../core/export/book-package.ts';
import type { AudioKind } from '../../../core/audio/sniff-audio.ts';

/** EPUB 3.3, section 3.2, core media types: what every reading system plays. */
const core: Partial<Record<AudioKind, BookAudio>> = {
  mp3: { name: 'audio.mp3', mediaType: 'audio/mpeg' },
  mp4: { name: 'audio.m4a', mediaType: 'audio/mp4' },
};

/** The format does not reach further without its 64-bit extension; the text needs room too. */
const largestBytes = 4_000_000_000;

/** How a file of audio goes into a book; null for what reading systems need not play, and for moving pictures. */
export function audioForBook(given: {
  readonly kind: AudioKind;
  readonly bytes: number;
  readonly hasPicture: boolean;
}): BookAudio | null {
  return given.hasPicture || given.bytes > largestBytes ? null : (core[given.kind] ?? null);
}
