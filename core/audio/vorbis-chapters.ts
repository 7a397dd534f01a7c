import type { Chapter } from '../feed/feed.ts';
import { readVorbisComments } from './vorbis-comments.ts';

const longestTitle = 1000;
const time = /^(\d{1,3}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)$/;

function readTimeMs(text: string): number | null {
  const [, hours, minutes, seconds] = time.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
}

/**
 * Chapters of an Ogg or FLAC file, by start: comments `CHAPTER001=00:01:02.500`, `CHAPTER001NAME` and `CHAPTER001URL`
 * (Xiph's chapter extension). `head`: the bytes the file begins with. Links are http(s) only.
 */
export function readVorbisChapters(head: Uint8Array): Chapter[] {
  const comments = readVorbisComments(head);
  const chapters: Chapter[] = [];
  for (const [name, value] of comments) {
    const startMs = /^CHAPTER\d{2,3}$/.test(name) ? readTimeMs(value) : null;
    if (startMs === null) continue;
    const title = (comments.get(`${name}NAME`) ?? '').trim().slice(0, longestTitle);
    const link = comments.get(`${name}URL`)?.trim() ?? '';
    chapters.push({ startMs, title, ...(/^https?:\/\//i.test(link) && { link }), listed: true });
  }
  return chapters.sort((one, other) => one.startMs - other.startMs);
}
