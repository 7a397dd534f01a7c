import { MPEGDecoder } from 'mpg123-decoder';
import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import { cutToSound } from '../../../core/audio/cut-to-sound.ts';
import type { FrameTable } from '../../../core/audio/frame-table.ts';
import type { SoundFile } from './sound-file.ts';

/** Bytes of frames of one configuration that lie side by side. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Another configuration begins here: the decoder starts anew. */
  readonly isSeam: boolean;
}

/** The frames that the window plays, in stretches: what lies between them (tags, junk) is no sound. */
export function stretchesOf(whole: FrameTable): Stretch[] {
  const index = cutToSound(whole);
  const seams = new Set(index.pieces.slice(1).map(({ firstFrame }) => firstFrame));
  const stretches: Stretch[] = [];
  index.runs.forEach((run, at) => {
    const last = index.runs[at + 1]?.firstFrame ?? index.sizes.length;
    let stretch = { start: run.offset, end: run.offset, isSeam: seams.has(run.firstFrame) };
    for (let frame = run.firstFrame; frame < last; frame++) {
      if (seams.has(frame) && stretch.end > stretch.start) {
        stretches.push(stretch);
        stretch = { start: stretch.end, end: stretch.end, isSeam: true };
      }
      stretch.end += index.sizes[frame] ?? 0;
    }
    if (stretch.end > stretch.start) stretches.push(stretch);
  });
  return stretches;
}

/**
 * Decodes an MP3 by its index, so that the first sample is the first that is played and each has the time at which it is
 * played. Without an index (`undefined`) the file is decoded as it comes. A mono file gives one channel.
 */
export async function* decodeMp3(file: SoundFile, index: FrameTable | undefined): AsyncGenerator<Pcm> {
  const stretches = index ? stretchesOf(index) : [{ start: 0, end: undefined, isSeam: false }];
  // The decoder gives two equal channels for one: half the work is enough.
  const heard = index?.pieces.every(({ channels }) => channels === 1) ? 1 : 2;
  // With an index the encoder's delay is left out already.
  const enableGapless = index === undefined;
  let decoder = await openDecoder(enableGapless);
  try {
    for (const { start, end, isSeam } of stretches) {
      if (isSeam) {
        decoder.free();
        decoder = await openDecoder(enableGapless);
      }
      for await (const bytes of file.chunks(start, end)) {
        const { channelData, sampleRate, samplesDecoded } = decoder.decode(bytes);
        if (samplesDecoded > 0) yield { channels: channelData.slice(0, heard), sampleRate };
      }
    }
  } finally {
    decoder.free();
  }
}

async function openDecoder(enableGapless: boolean): Promise<MPEGDecoder> {
  const decoder = new MPEGDecoder({ enableGapless });
  await decoder.ready;
  return decoder;
}
