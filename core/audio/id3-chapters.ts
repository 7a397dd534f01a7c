import type { Chapter } from '../feed/feed.ts';
import type { Id3Frame, Id3Version } from './id3-frames.ts';
import { openId3Tag, readId3Frames } from './id3-frames.ts';
import { readId3Link, readId3Text } from './id3-text.ts';

interface ChapterFrame {
  readonly elementId: string;
  readonly chapter: Chapter;
}

/** More than any show has; a hostile tag holds no more of our memory than this. */
const mostChapters = 10_000;
const longestTitle = 1000;
const timesBytes = 16;

function zeroEnded(bytes: Uint8Array, offset: number): { text: string; next: number } | null {
  const end = bytes.indexOf(0, offset);
  if (end < 0) return null;
  return { text: String.fromCharCode(...bytes.subarray(offset, Math.min(end, offset + 256))), next: end + 1 };
}

function webAddress(text: string): string | undefined {
  return /^https?:\/\//i.test(text) ? text : undefined;
}

/** CHAP: element id, start and end in ms, two byte offsets, then frames of its own (ID3v2 Chapter Frame Addendum §3.1). */
function readChapter(frame: Id3Frame, version: Id3Version): ChapterFrame | null {
  const element = zeroEnded(frame.body, 0);
  if (!element || element.next + timesBytes > frame.body.length) return null;
  const times = new DataView(frame.body.buffer, frame.body.byteOffset + element.next, timesBytes);
  const [startMs, endMs] = [times.getUint32(0), times.getUint32(4)];
  let title = '';
  let link: string | undefined;
  for (const part of readId3Frames(frame.body.subarray(element.next + timesBytes), version)) {
    if (part.id === 'TIT2') title = readId3Text(part.body).slice(0, longestTitle);
    if (part.id === 'WXXX') link ??= webAddress(readId3Link(part.body));
  }
  const hasEnd = endMs > startMs && endMs !== 0xffff_ffff;
  const chapter = {
    startMs,
    ...(hasEnd && { endMs }),
    title,
    ...(link !== undefined && { link }),
    listed: true,
  };
  return { elementId: element.text, chapter };
}

/** CTOC: the element ids a table of contents lists (§3.2). */
function readListed(frame: Id3Frame): string[] {
  const element = zeroEnded(frame.body, 0);
  if (!element) return [];
  const ids: string[] = [];
  const entries = frame.body[element.next + 1] ?? 0;
  let at = element.next + 2;
  while (ids.length < entries) {
    const id = zeroEnded(frame.body, at);
    if (!id) break;
    ids.push(id.text);
    at = id.next;
  }
  return ids;
}

/**
 * The chapters of an ID3v2.3 or 2.4 tag (all its bytes), by start. A chapter that no table of contents lists, where
 * there is one, is not listed. Links are http(s) only; pictures inside the tag have no address and are left out.
 * Damaged or hostile tags give what can be read.
 */
export function readId3Chapters(tag: Uint8Array): Chapter[] {
  const opened = openId3Tag(tag);
  if (!opened) return [];
  const found: ChapterFrame[] = [];
  const contents = new Set<string>();
  for (const frame of readId3Frames(opened.frames, opened.version)) {
    const chapter =
      frame.id === 'CHAP' && found.length < mostChapters ? readChapter(frame, opened.version) : null;
    if (chapter) found.push(chapter);
    if (frame.id === 'CTOC') for (const id of readListed(frame)) contents.add(id);
  }
  const isListed = (id: string): boolean => contents.size === 0 || contents.has(id);
  return found
    .map(({ elementId, chapter }) => ({ ...chapter, listed: isListed(elementId) }))
    .sort((one, other) => one.startMs - other.startMs);
}
