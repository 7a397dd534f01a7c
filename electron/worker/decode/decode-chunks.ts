import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import type { SoundFile } from './sound-file.ts';

interface Decoded {
  readonly channelData: Float32Array[];
  readonly sampleRate: number;
  readonly samplesDecoded: number;
}

/** What decoders that find the frames in a container by themselves have in common. */
export interface ChunkDecoder {
  readonly ready: Promise<void>;
  decode(bytes: Uint8Array): Promise<Decoded>;
  flush(): Promise<Decoded>;
  free(): void;
}

/** Decodes a file piece by piece, and gives the decoder's memory back however that ends. */
export async function* decodeChunks(decoder: ChunkDecoder, file: SoundFile): AsyncGenerator<Pcm> {
  await decoder.ready;
  try {
    for await (const bytes of file.chunks()) yield* heardIn(await decoder.decode(bytes));
    yield* heardIn(await decoder.flush());
  } finally {
    decoder.free();
  }
}

function heardIn({ channelData, sampleRate, samplesDecoded }: Decoded): Pcm[] {
  return samplesDecoded > 0 ? [{ channels: channelData, sampleRate }] : [];
}
