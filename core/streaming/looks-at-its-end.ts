import { readId3Frames } from '../audio/id3-frames.ts';
import { id3HeaderBytes, readId3Size } from '../audio/id3-size.ts';
import { sniffAudio } from '../audio/sniff-audio.ts';

/** ID3v2 frames that Chromium's reader takes for a description of the file: text (ID3v2.4 §4.2) and comments. */
const describing = /^(?:T[A-Z0-9]{3}|COMM)$/;

/**
 * Whether Chromium, before it plays a sound, also reads the end of a file that begins with `head` (a few kB) if it may:
 * Ogg for the length, WAV and ADTS for trailing tags, MP3 for an ID3v1 tag unless an ID3v2 tag describes it. While the end is
 * still on its way, such a file is better told to be a stream that knows no end.
 */
export function looksAtItsEnd(head: Uint8Array): boolean {
  switch (sniffAudio(head)) {
    case 'mp4':
    case 'flac':
      return false;
    case 'mp3':
      return !isDescribed(head);
    default:
      return true;
  }
}

function isDescribed(head: Uint8Array): boolean {
  const major = head[3];
  if (readId3Size(head, 0) === 0 || (major !== 3 && major !== 4)) return false;
  const frames = readId3Frames(head.subarray(id3HeaderBytes, readId3Size(head, 0)), { major });
  for (const { id } of frames) if (describing.test(id)) return true;
  return false;
}
