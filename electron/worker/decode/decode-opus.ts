import type { OggPage, OpusHeader } from 'codec-parser';
import CodecParser from 'codec-parser';
import { OpusDecoder } from 'opus-decoder';
import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import type { SoundFile } from './sound-file.ts';

/** Decodes Opus in Ogg (RFC 7845), always at 48 kHz. */
export async function* decodeOpus(file: SoundFile): AsyncGenerator<Pcm> {
  const parser = new CodecParser<OggPage>('audio/ogg');
  let decoder: OpusDecoder | null = null;
  try {
    for await (const bytes of file.chunks()) {
      const frames = pagesOf(parser.parseChunk(bytes)).flatMap((page) => page.codecFrames);
      const [first] = frames;
      if (first === undefined) continue;
      decoder ??= await openDecoder(first.header as OpusHeader);
      const { channelData, sampleRate, samplesDecoded } = decoder.decodeFrames(
        frames.map(({ data }) => data),
      );
      if (samplesDecoded > 0) yield { channels: channelData, sampleRate };
    }
  } finally {
    decoder?.free();
  }
}

async function openDecoder(header: OpusHeader): Promise<OpusDecoder> {
  const { channels, streamCount, coupledStreamCount, channelMappingTable, preSkip } = header;
  const decoder = new OpusDecoder({
    channels,
    streamCount,
    coupledStreamCount,
    channelMappingTable,
    preSkip,
  });
  await decoder.ready;
  return decoder;
}

function pagesOf(pages: Iterator<OggPage>): OggPage[] {
  const read: OggPage[] = [];
  for (let next = pages.next(); next.done !== true; next = pages.next()) read.push(next.value);
  return read;
}
