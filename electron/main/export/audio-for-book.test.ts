import { describe, expect, it } from 'vitest';
import { audioForBook } from './audio-for-book.ts';

const audio = { kind: 'mp3', bytes: 1000, hasPicture: false } as const;

describe('audioForBook', () => {
  it('takes what every reading system plays', () => {
    expect(audioForBook(audio)).toEqual({ name: 'audio.mp3', mediaType: 'audio/mpeg' });
    expect(audioForBook({ ...audio, kind: 'mp4' })?.mediaType).toBe('audio/mp4');
  });

  it('takes nothing else: other formats, moving pictures, what does not fit into an archive', () => {
    for (const kind of ['adts', 'ogg', 'flac', 'wav', 'webm', 'unknown'] as const)
      expect(audioForBook({ ...audio, kind })).toBeNull();
    expect(audioForBook({ ...audio, kind: 'mp4', hasPicture: true })).toBeNull();
    expect(audioForBook({ ...audio, bytes: 5e9 })).toBeNull();
  });
});
