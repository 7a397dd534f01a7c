import { FLACDecoder } from '@wasm-audio-decoders/flac';
import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis';
import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import type { AudioIndex } from '../../../core/audio/audio-index.ts';
import { decodeAdts, openMp4Sound } from './decode-aac.ts';
import { decodeChunks } from './decode-chunks.ts';
import { decodeMp3 } from './decode-mp3.ts';
import { decodeOpus } from './decode-opus.ts';
import { openWav } from './decode-wav.ts';
import type { SoundFile } from './sound-file.ts';

const headBytes = 256;

/**
 * The sound of a file in pieces of some seconds, from its first sample to its last; whoever stops asking stops the decoding.
 * `null`: there is no decoder for its format (another codec in MP4 or Ogg, WebM). Damaged stretches are left out; what cannot go on throws.
 */
export async function decodeSound(
  file: SoundFile,
  { about, frames }: Pick<AudioIndex, 'about' | 'frames'>,
): Promise<AsyncGenerator<Pcm> | null> {
  switch (about.kind) {
    case 'mp3':
      return decodeMp3(file, frames);
    case 'adts':
      return frames ? decodeAdts(file, frames) : null;
    case 'mp4':
      return openMp4Sound(file);
    case 'flac':
      return decodeChunks(new FLACDecoder(), file);
    case 'wav':
      return openWav(file);
    case 'ogg':
      return decodeOgg(file, await file.head(headBytes));
    default:
      return null;
  }
}

/** The first packet names the codec (RFC 7845 §5.1, Vorbis I §4.2.1, the FLAC to Ogg mapping). */
function decodeOgg(file: SoundFile, head: Uint8Array): AsyncGenerator<Pcm> | null {
  const letters = String.fromCharCode(...head);
  if (letters.includes('OpusHead')) return decodeOpus(file);
  if (letters.includes('\u0001vorbis')) return decodeChunks(new OggVorbisDecoder(), file);
  return letters.includes('\u007fFLAC') ? decodeChunks(new FLACDecoder(), file) : null;
}
