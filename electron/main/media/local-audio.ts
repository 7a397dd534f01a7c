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
  /** Where what is learned of the file is kept, and under what name. */
  readonly kept: KeptAt;
}

export interface KeptAt {
  readonly folder: string;
  readonly name: string;
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

/** What is learned of a download is kept beside it. */
export function beside(file: string): KeptAt {
  return { folder: path.dirname(file), name: path.basename(file) };
}

/** Where one thing learned of a file is kept, e.g. its index (`frameIndexName`). */
export function keptFile({ kept }: Pick<LocatedAudio, 'kept'>, nameOf: (name: string) => string): string {
  return path.join(kept.folder, nameOf(kept.name));
}

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
 * Opens the file with its index, which lies beside it unless `kept` says otherwise, made now if it is missing or stale. A file that cannot be indexed is served as it
 * is: playing matters more than exact times.
 */
export async function openLocalAudio(
  file: string,
  indexAudio: IndexAudio,
  kept: KeptAt = beside(file),
): Promise<LocalAudio> {
  const source = await stampOf(file);
  const indexFile = keptFile({ kept }, frameIndexName);
  let index = await readSavedIndex(indexFile, source);
  if (!index) {
    const indexed = await indexAudio({ file, indexFile });
    index = indexed.ok ? await readSavedIndex(indexFile, source) : null;
  }
  const frames = index?.frames ? cutToSound(index.frames) : null;
  const mp4 = frames && virtualMp4(frames);
  const layout = frames && !mp4 ? layOutSegments(frames) : null;
  return { path: file, source, about: index?.about ?? couldNotLook, mp4, layout, kept };
}
