import { openId3Tag, readId3Frames } from './id3-frames.ts';
import { findMp4Items, readMp4ItemData } from './mp4-tags.ts';
import { readMp4Boxes } from './read-mp4-boxes.ts';
import type { AudioKind } from './sniff-audio.ts';
import { readFlacBlocks } from './vorbis-comments.ts';

const frontCover = 3;
const flacPictureBlock = 6;

interface Picture {
  /** Of the list that ID3 and FLAC share (ID3v2.4 frames §4.14). */
  readonly type: number;
  readonly bytes: Uint8Array;
}

/**
 * The cover inside an audio file, from the bytes its tags lie in: an ID3 tag, a `moov` box, the head of a FLAC file. Null
 * when there is none. What it is, is for the reader of pictures to say: these bytes are the file's word only.
 */
export function readAttachedPicture(kind: AudioKind, tags: Uint8Array): Uint8Array | null {
  const pictures = kind === 'mp4' ? ofMp4(tags) : kind === 'flac' ? ofFlac(tags) : ofId3(tags);
  return (pictures.find(({ type }) => type === frontCover) ?? pictures[0])?.bytes ?? null;
}

/** APIC: encoding, MIME type, kind of picture, description, bytes. */
function ofId3(tag: Uint8Array): Picture[] {
  const opened = openId3Tag(tag);
  if (!opened) return [];
  const pictures: Picture[] = [];
  for (const { id, body } of readId3Frames(opened.frames, opened.version)) {
    if (id !== 'APIC') continue;
    const type = body.indexOf(0, 1) + 1;
    if (type === 0) continue;
    const start = afterText(body, type + 1, body[0] === 1 || body[0] === 2);
    if (start < body.length) pictures.push({ type: body[type] ?? 0, bytes: body.subarray(start) });
  }
  return pictures;
}

function afterText(bytes: Uint8Array, start: number, isWide: boolean): number {
  const step = isWide ? 2 : 1;
  for (let at = start; at + step <= bytes.length; at += step)
    if (bytes[at] === 0 && (!isWide || bytes[at + 1] === 0)) return at + step;
  return bytes.length;
}

function ofMp4(moov: Uint8Array): Picture[] {
  const list = findMp4Items(moov);
  const covers = list ? readMp4Boxes(moov, list).filter(({ type }) => type === 'covr') : [];
  return covers.flatMap((item) => {
    const bytes = readMp4ItemData(moov, item);
    return bytes ? [{ type: frontCover, bytes }] : [];
  });
}

/** RFC 9639 §8.8: type, MIME type, description, four numbers, then the bytes; texts and bytes with their length before them. */
function ofFlac(head: Uint8Array): Picture[] {
  return readFlacBlocks(head, 4)
    .filter(({ type }) => type === flacPictureBlock)
    .flatMap(({ content }) => {
      const view = new DataView(content.buffer, content.byteOffset, content.length);
      const numberAt = (at: number): number =>
        at + 4 <= content.length ? view.getUint32(at) : content.length;
      const description = 8 + numberAt(4);
      const length = description + 4 + numberAt(description) + 16;
      const bytes = content.subarray(length + 4, length + 4 + numberAt(length));
      return bytes.length > 0 ? [{ type: numberAt(0), bytes }] : [];
    });
}
