import type { AudioKind } from './sniff-audio.ts';

const types: Partial<Record<AudioKind, string>> = {
  mp3: 'audio/mpeg',
  mp4: 'audio/mp4',
  adts: 'audio/aac',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  wav: 'audio/wav',
  webm: 'video/webm',
};

/** The media type of what the bytes are, whatever anybody called them; the one for any bytes where they are no sound. */
export function audioMediaType(kind: AudioKind): string {
  return types[kind] ?? 'application/octet-stream';
}
