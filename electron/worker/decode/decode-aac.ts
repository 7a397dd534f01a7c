import { audioSpecificConfig } from '../../../core/audio/adts-header.ts';
import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import { framePlaces, type BytePlace } from '../../../core/audio/frame-places.ts';
import type { FrameTable } from '../../../core/audio/frame-table.ts';
import { endOf } from '../../../core/audio/frame-table.ts';
import { readMp4SoundTrack } from '../../../core/audio/mp4-sound-track.ts';
import { AacDecoder } from './aac-decoder.ts';
import { cutSound } from './cut-sound.ts';
import { joinSound } from './join-sound.ts';
import type { SoundFile } from './sound-file.ts';

/**
 * Decodes an ADTS file by its index, each sample at the time at which the window plays it. Where a spliced file goes on in
 * another configuration the decoder starts anew.
 */
export async function* decodeAdts(file: SoundFile, table: FrameTable): AsyncGenerator<Pcm> {
  const places = [...framePlaces(table)];
  for (const [at, piece] of table.pieces.entries()) {
    const own = places.slice(piece.firstFrame, endOf(table.pieces, at, places.length));
    yield* decodeFrames(file, { config: audioSpecificConfig(piece), places: own });
  }
}

/**
 * Decodes the AAC track of an MP4 file from where its edit list lets it begin, which is after the encoder's delay. `null`
 * when it has none (another codec, or its frames in fragments).
 */
export async function openMp4Sound(file: SoundFile): Promise<AsyncGenerator<Pcm> | null> {
  const track = readMp4SoundTrack(await file.moov());
  if (!track) return null;
  return cutSound(decodeFrames(file, track), track);
}

/**
 * What a frame lacks that is damaged or the first is silence of its length, so that everything after it keeps its time.
 * Batches of frames come as one piece.
 */
async function* decodeFrames(
  file: SoundFile,
  { config, places }: { config: Uint8Array; places: Iterable<BytePlace> },
): AsyncGenerator<Pcm> {
  const decoder = await AacDecoder.open(config);
  let last: Pcm | undefined;
  let missing = 0;
  for await (const frames of file.batches(places)) {
    const heard: Pcm[] = [];
    for (const frame of frames) {
      const sound = decoder.decode(frame);
      if (!sound && !last) {
        missing += 1;
        continue;
      }
      last = sound ?? silenceLike(last);
      if (!last) continue;
      for (; missing > 0; missing -= 1) heard.push(silenceLike(last) ?? last);
      heard.push(last);
    }
    yield* joinSound(heard);
  }
}

function silenceLike(sound: Pcm | undefined): Pcm | undefined {
  return sound && { ...sound, channels: sound.channels.map(({ length }) => new Float32Array(length)) };
}
