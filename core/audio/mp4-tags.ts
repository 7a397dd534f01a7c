import type { AudioTags, FoundTags } from './audio-tags.ts';
import { noTags, tidyTags } from './audio-tags.ts';
import type { Mp4Box } from './read-mp4-boxes.ts';
import { findMp4Box, readMp4Boxes } from './read-mp4-boxes.ts';

/** Items of iTunes' list; © stands for byte A9. */
const textItems: Readonly<Record<string, keyof FoundTags['texts']>> = {
  '©nam': 'title',
  '©alb': 'album',
  '©ART': 'artist',
  aART: 'albumArtist',
  '©gen': 'genre',
  '©day': 'date',
  '©cmt': 'description',
  desc: 'description',
  ldes: 'description',
};
/** Guid of the episode, and address of its feed. */
const identifierItems = new Set(['egid', 'purl']);
const longestValue = 64 * 1024;

/** Where iTunes' list of items lies in a `moov` box (all its bytes, head included); null when there is none. */
export function findMp4Items(moov: Uint8Array): Mp4Box | null {
  const meta = findMp4Box(moov, { start: 0, end: moov.length }, 'moov/udta/meta');
  // A full box in MP4: four bytes of version and flags stand before what is inside. QuickTime's has none.
  if (!meta) return null;
  return findMp4Box(moov, { start: meta.start + 4, end: meta.end }, 'ilst') ?? findMp4Box(moov, meta, 'ilst');
}

/** The content of an item's first `data` box, behind its type and locale; null when it has none. */
export function readMp4ItemData(moov: Uint8Array, item: Mp4Box): Uint8Array | null {
  const data = findMp4Box(moov, item, 'data');
  return data && data.end - data.start >= 8 ? moov.subarray(data.start + 8, data.end) : null;
}

/** What the tags of an M4A say, from its `moov` box. Damaged boxes give what can be read. */
export function readMp4Tags(moov: Uint8Array): AudioTags {
  const list = findMp4Items(moov);
  if (!list) return noTags;
  const texts: FoundTags['texts'] = {};
  const identifiers: string[] = [];
  const numbers: Record<string, string> = {};
  for (const item of readMp4Boxes(moov, list)) {
    const type = item.type.replace('\u00a9', '©');
    const data = readMp4ItemData(moov, item)?.subarray(0, longestValue);
    if (!data) continue;
    const name = textItems[type];
    // The longest description tells the most.
    if (name !== undefined && (texts[name] ?? '').length < data.length) texts[name] = decode(data);
    if (identifierItems.has(type)) identifiers.push(decode(data));
    // Two reserved bytes, then the number and how many there are.
    if (type === 'trkn' || type === 'disk') numbers[type] = String((data[2] ?? 0) * 256 + (data[3] ?? 0));
  }
  return tidyTags({ texts, identifiers, track: numbers.trkn, disc: numbers.disk });
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
