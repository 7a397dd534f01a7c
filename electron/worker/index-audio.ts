import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { AboutAudio, AudioIndex } from '../../core/audio/audio-index.ts';
import { writeFrameIndex } from '../../core/audio/frame-index.ts';
import { readId3Chapters } from '../../core/audio/id3-chapters.ts';
import type { IndexAudioArgs, IndexAudioResult } from '../../core/audio/index-audio-job.ts';
import { cutToSound } from '../../core/audio/cut-to-sound.ts';
import type { FrameFormat } from '../../core/audio/frame-format.ts';
import { adtsFormat, mp3Format } from '../../core/audio/frame-format.ts';
import type { FrameScan } from '../../core/audio/frame-scanner.ts';
import { FrameScanner } from '../../core/audio/frame-scanner.ts';
import type { FrameTable } from '../../core/audio/frame-table.ts';
import { secondsOf } from '../../core/audio/frame-table.ts';
import { readMp4ChapterTitle, readMp4Movie } from '../../core/audio/mp4-chapters.ts';
import { readVorbisChapters } from '../../core/audio/vorbis-chapters.ts';
import { sniffAudio, sniffBytes } from '../../core/audio/sniff-audio.ts';
import { hasWebmPicture } from '../../core/audio/webm-picture.ts';
import type { Chapter } from '../../core/feed/feed.ts';
import { readAt } from './read-at.ts';
import { readMoov } from './read-moov.ts';
import { writeWhole } from './write-whole.ts';

const chunkBytes = 1 << 20;
/** A tag holds a cover picture and chapters with pictures; more than this is not read. */
const largestTag = 64 << 20;
/** Comments stand at the start, chapters among them before or after a cover picture. */
const largestComments = 16 << 20;
const longestTitleSample = 4096;

async function scanFrames(file: FileHandle, size: number, format: FrameFormat): Promise<FrameScan> {
  const scanner = new FrameScanner(format, size);
  const chunk = new Uint8Array(chunkBytes);
  for (let offset = 0; ;) {
    const { bytesRead } = await file.read(chunk, 0, chunkBytes, offset);
    if (bytesRead === 0) return scanner.end();
    scanner.push(chunk.subarray(0, bytesRead));
    offset += bytesRead;
  }
}

/** The chapters of the first tag that has any: an inserted ad may bring a tag of its own. */
async function readChapters(file: FileHandle, tags: FrameTable['tags']): Promise<Chapter[]> {
  for (const tag of tags) {
    if (tag.size > largestTag) continue;
    const chapters = readId3Chapters(await readAt(file, tag.offset, tag.size));
    if (chapters.length > 0) return chapters;
  }
  return [];
}

async function learnMp4(file: FileHandle): Promise<Omit<AboutAudio, 'kind'>> {
  const { titles, chapters, hasPicture, durationMs, delayMs } = readMp4Movie(
    await readMoov(file, largestTag),
  );
  const movie = {
    ...(durationMs !== undefined && { durationMs }),
    ...(hasPicture && { hasPicture }),
    ...(delayMs > 0 && { delayMs }),
  };
  if (chapters.length > 0) return { ...movie, chapters: [...chapters] };
  const read: Chapter[] = [];
  for (const { offset, size, startMs } of titles) {
    const sample = await readAt(file, offset, Math.min(size, longestTitleSample));
    read.push({ startMs, title: readMp4ChapterTitle(sample), listed: true });
  }
  return { ...movie, chapters: read };
}

async function learn(file: FileHandle, size: number): Promise<Omit<AudioIndex, 'source'>> {
  const head = await readAt(file, 0, sniffBytes);
  const kind = sniffAudio(head);
  if (kind === 'webm')
    return { about: { kind, chapters: [], ...(hasWebmPicture(head) && { hasPicture: true }) } };
  if (kind === 'mp4') return { about: { kind, ...(await learnMp4(file)) } };
  if (kind === 'ogg' || kind === 'flac')
    return {
      about: { kind, chapters: readVorbisChapters(await readAt(file, 0, Math.min(size, largestComments))) },
    };
  if (kind !== 'mp3' && kind !== 'adts') return { about: { kind, chapters: [] } };
  const scan = await scanFrames(file, size, kind === 'mp3' ? mp3Format : adtsFormat);
  if (scan.kind !== 'indexed') return { about: { kind, chapters: [], notIndexed: scan.kind } };
  const durationMs = Math.round(secondsOf(cutToSound(scan.table)) * 1000);
  return {
    about: { kind, chapters: await readChapters(file, scan.table.tags), durationMs },
    frames: scan.table,
  };
}

/**
 * Learns what an audio file is, how long, where its frames and chapters lie, and keeps that in `indexFile`.
 * Reads the file once, a megabyte at a time, and never writes to it. Rejects with Node's error when the disk fails.
 */
export async function indexAudio({ file: path, indexFile }: IndexAudioArgs): Promise<IndexAudioResult> {
  const file = await open(path, 'r');
  try {
    const { size, mtimeMs } = await file.stat();
    const source = { size, modifiedAt: mtimeMs };
    const learned = await learn(file, size);
    await writeWhole(indexFile, writeFrameIndex({ source, ...learned }));
    return { source, about: learned.about };
  } finally {
    await file.close();
  }
}
