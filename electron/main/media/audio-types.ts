import type { AudioKind } from '../../../core/audio/sniff-audio.ts';

const types: Partial<Record<AudioKind, string>> = {
  mp3: 'audio/mpeg',
  mp4: 'audio/mp4',
  adts: 'audio/aac',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  wav: 'audio/wav',
  webm: 'video/webm',
};

/** The media type told to the media element: what the bytes are, whatever the server called them. */
export function typeOfAudio(kind: AudioKind): string {
  return types[kind] ?? 'application/octet-stream';
}
