import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AboutAudio, AudioIndex, SourceStamp } from '../../../core/audio/audio-index.ts';
import { frameIndexName, readFrameIndex } from '../../../core/audio/frame-index.ts';
import type { IndexAudioArgs, IndexAudioResult } from '../../../core/audio/index-audio-job.ts';
import { cutToSound } from '../../../core/audio/cut-to-sound.ts';
import type { SegmentLayout } from '../../../core/audio/segments.ts';
import { layOutSegments } from '../../../core/audio/segments.ts';
import type { VirtualMp4 } from '../../../core/audio/virtual-mp4.ts';
import { virtualMp4 } from '../../../core/audio/virtual-mp4.ts';
import type { Result } from '../../../core/result.ts';

/** An audio file on this computer, in one state. */
export interface LocatedAudio {
  readonly path: string;
  readonly source: SourceStamp;
}

/** The same and how it is played. */
export interface LocalAudio extends LocatedAudio {
  readonly about: AboutAudio;
  /** The face of an indexed MP3 or ADTS file of one piece; null where the file is served as it is. */
  readonly mp4: VirtualMp4 | null;
  /** How an indexed file of several pieces is cut for the window, which feeds it to the media element; else null. */
  readonly layout: SegmentLayout | null;
}

export type IndexAudio = (args: IndexAudioArgs) => Promise<Result<IndexAudioResult>>;

const couldNotLook: AboutAudio = { kind: 'unknown', chapters: [] };

/** Bytes and time of change of a file: what an index is compared with. Rejects with Node's error. */
export async function stampOf(file: string): Promise<SourceStamp> {
  const { size, mtimeMs } = await stat(file);
  return { size, modifiedAt: mtimeMs };
}

/** No index, an unreadable one and a stale one are the same thing here: it is made again. */
async function readSavedIndex(indexFile: string, source: SourceStamp): Promise<AudioIndex | null> {
  try {
    return readFrameIndex(await readFile(indexFile), source);
  } catch {
    return null;
  }
}

/**
 * Opens the file with its index, made now if it is missing or stale. A file that cannot be indexed is served as it
 * is: playing matters more than exact times.
 */
export async function openLocalAudio(file: string, indexAudio: IndexAudio): Promise<LocalAudio> {
  const source = await stampOf(file);
  const indexFile = path.join(path.dirname(file), frameIndexName(path.basename(file)));
  let index = await readSavedIndex(indexFile, source);
  if (!index) {
    const indexed = await indexAudio({ file, indexFile });
    index = indexed.ok ? await readSavedIndex(indexFile, source) : null;
  }
  const frames = index?.frames ? cutToSound(index.frames) : null;
  const mp4 = frames && virtualMp4(frames);
  const layout = frames && !mp4 ? layOutSegments(frames) : null;
  return { path: file, source, about: index?.about ?? couldNotLook, mp4, layout };
}
