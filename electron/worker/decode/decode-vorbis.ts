import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis';
import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import type { SoundFile } from './sound-file.ts';

/** Decodes Vorbis in Ogg. */
export async function* decodeVorbis(file: SoundFile): AsyncGenerator<Pcm> {
  const decoder = new OggVorbisDecoder();
  await decoder.ready;
  try {
    for await (const bytes of file.chunks()) {
      const { channelData, sampleRate, samplesDecoded } = await decoder.decode(bytes);
      if (samplesDecoded > 0) yield { channels: channelData, sampleRate };
    }
    const { channelData, sampleRate, samplesDecoded } = await decoder.flush();
    if (samplesDecoded > 0) yield { channels: channelData, sampleRate };
  } finally {
    decoder.free();
  }
}
