import type { Chapter } from '../feed/feed.ts';
import { readMp4Delay } from './mp4-delay.ts';
import type { SamplePlace } from './mp4-sample-places.ts';
import { readSamplePlaces } from './mp4-sample-places.ts';
import type { Mp4Box } from './read-mp4-boxes.ts';
import { findMp4Box, readMp4Boxes } from './read-mp4-boxes.ts';
import { readMp4Clock, viewOfBox } from './read-mp4-clock.ts';

/** What the `moov` box of an M4A tells without its sound. */
export interface Mp4Movie {
  readonly durationMs?: number;
  /** Chapters of a `chpl` box (Nero's). */
  readonly chapters: readonly Chapter[];
  /** Where the titles of a chapter track (QuickTime's) lie in the file; read them and call `readMp4ChapterTitle`. */
  readonly titles: readonly SamplePlace[];
  /** A track of moving pictures; pictures of chapters are none. */
  readonly hasPicture: boolean;
  /** Ms of the encoder's delay before the sound; 0 where none is noted. */
  readonly delayMs: number;
}

const longestTitle = 1000;
const chplUnitsPerMs = 10_000;

function readChpl(moov: Uint8Array, box: Mp4Box | null): Chapter[] {
  if (!box) return [];
  const view = viewOfBox(moov, box);
  const bytes = moov.subarray(box.start, box.end);
  const chapters: Chapter[] = [];
  // Version, flags, four reserved bytes in version 1, and a count of one byte that longer lists overflow.
  for (let at = bytes[0] === 1 ? 9 : 5; at + 9 <= bytes.length;) {
    const startMs = Math.round(Number(view.getBigUint64(at)) / chplUnitsPerMs);
    const length = view.getUint8(at + 8);
    const title = new TextDecoder('utf-8').decode(bytes.subarray(at + 9, at + 9 + length));
    if (!Number.isSafeInteger(startMs)) break;
    chapters.push({ startMs, title, listed: true });
    at += 9 + length;
  }
  return chapters;
}

function trackId(moov: Uint8Array, track: Mp4Box): number {
  const tkhd = findMp4Box(moov, track, 'tkhd');
  if (!tkhd || tkhd.end - tkhd.start < 24) return 0;
  const view = viewOfBox(moov, tkhd);
  return view.getUint32(view.getUint8(0) === 0 ? 12 : 20);
}

function readTitlePlaces(moov: Uint8Array, movie: Mp4Box): SamplePlace[] {
  const tracks = readMp4Boxes(moov, movie).filter(({ type }) => type === 'trak');
  for (const track of tracks) {
    const reference = findMp4Box(moov, track, 'tref/chap');
    if (!reference || reference.end - reference.start < 4) continue;
    const wanted = viewOfBox(moov, reference).getUint32(0);
    const chapters = tracks.find((one) => trackId(moov, one) === wanted);
    const table = chapters && findMp4Box(moov, chapters, 'mdia/minf/stbl');
    const clock = chapters && readMp4Clock(moov, findMp4Box(moov, chapters, 'mdia/mdhd'));
    if (table && clock) return readSamplePlaces(moov, table, clock.scale);
  }
  return [];
}

/** Tracks that others name as their chapters (QuickTime): titles, and pictures that stand still. */
function chapterTracks(moov: Uint8Array, tracks: readonly Mp4Box[]): Set<number> {
  return new Set(
    tracks.flatMap((track) => {
      const reference = findMp4Box(moov, track, 'tref/chap');
      if (!reference) return [];
      const view = viewOfBox(moov, reference);
      return Array.from({ length: view.byteLength >> 2 }, (_, at) => view.getUint32(at * 4));
    }),
  );
}

/** What a track holds, in four letters (ISO/IEC 14496-12 §8.4.3). */
function handlerOf(moov: Uint8Array, track: Mp4Box): string {
  const handler = findMp4Box(moov, track, 'mdia/hdlr');
  return handler ? String.fromCharCode(...moov.subarray(handler.start + 8, handler.start + 12)) : '';
}

function hasMovingPicture(moov: Uint8Array, tracks: readonly Mp4Box[]): boolean {
  const ofChapters = chapterTracks(moov, tracks);
  return tracks.some((track) => handlerOf(moov, track) === 'vide' && !ofChapters.has(trackId(moov, track)));
}

function delayOf(moov: Uint8Array, tracks: readonly Mp4Box[]): number {
  const sound = tracks.find((track) => handlerOf(moov, track) === 'soun');
  const clock = sound && readMp4Clock(moov, findMp4Box(moov, sound, 'mdia/mdhd'));
  return sound && clock ? readMp4Delay(moov, sound, clock.scale) : 0;
}

/** Reads a `moov` box (all its bytes, head included). Damaged boxes give what can be read. */
export function readMp4Movie(bytes: Uint8Array): Mp4Movie {
  const movie = findMp4Box(bytes, { start: 0, end: bytes.length }, 'moov');
  if (!movie) return { chapters: [], titles: [], hasPicture: false, delayMs: 0 };
  const tracks = readMp4Boxes(bytes, movie).filter(({ type }) => type === 'trak');
  const clock = readMp4Clock(bytes, findMp4Box(bytes, movie, 'mvhd'));
  const durationMs = clock ? Math.round((clock.duration / clock.scale) * 1000) : 0;
  return {
    ...(durationMs > 0 && Number.isSafeInteger(durationMs) && { durationMs }),
    chapters: readChpl(bytes, findMp4Box(bytes, movie, 'udta/chpl')),
    titles: readTitlePlaces(bytes, movie),
    hasPicture: hasMovingPicture(bytes, tracks),
    delayMs: delayOf(bytes, tracks),
  };
}

/** A title as a chapter track keeps it: 16 bits of length, then UTF-8, or UTF-16 with a byte order mark. */
export function readMp4ChapterTitle(sample: Uint8Array): string {
  if (sample.length < 2) return '';
  const length = (sample[0] ?? 0) * 256 + (sample[1] ?? 0);
  const text = sample.subarray(2, 2 + length);
  const mark = (text[0] ?? 0) * 256 + (text[1] ?? 0);
  const encoding = mark === 0xfeff ? 'utf-16be' : mark === 0xfffe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(text).trim().slice(0, longestTitle);
}
