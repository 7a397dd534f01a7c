import { appError } from '../../../core/app-error.ts';
import type { AudioKind } from '../../../core/audio/sniff-audio.ts';
import { AppFailure } from '../app-failure.ts';

/** Throws AppFailure where a server sent a page, a message or nothing in the place of audio. */
export function requireAudio(kind: AudioKind): void {
  if (kind === 'empty') throw new AppFailure(appError('audio-empty', 'no byte of sound'));
  if (kind === 'html' || kind === 'text')
    throw new AppFailure(appError('audio-not-audio', `the server sent ${kind}`));
}
