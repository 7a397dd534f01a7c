import type { CodecFrame, OggPage, OpusHeader } from 'codec-parser';
import CodecParser from 'codec-parser';
import { OpusDecoder } from 'opus-decoder';
import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import type { SoundFile } from './sound-file.ts';

/** Decodes Opus in Ogg (RFC 7845), always at 48 kHz. */
export async function* decodeOpus(file: SoundFile): AsyncGenerator<Pcm> {
  let decoder: OpusDecoder | null = null;
  try {
    for await (const frames of framesOf(file)) {
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

/** The parser holds the last page back until it is told that none follows. */
async function* framesOf(file: SoundFile): AsyncGenerator<CodecFrame[]> {
  const parser = new CodecParser<OggPage>('audio/ogg');
  for await (const bytes of file.chunks()) yield framesIn(parser.parseChunk(bytes));
  yield framesIn(parser.flush());
}

function framesIn(pages: Iterator<OggPage>): CodecFrame[] {
  const frames: CodecFrame[] = [];
  for (let next = pages.next(); next.done !== true; next = pages.next()) {
    frames.push(...next.value.codecFrames);
  }
  return frames;
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
