import { id3HeaderBytes, readId3Size, readSyncsafe } from './id3-size.ts';

export interface Id3Frame {
  /** Four letters, e.g. `CHAP`. */
  readonly id: string;
  /** The content with unsynchronisation undone. */
  readonly body: Uint8Array;
}

/** What reading frames depends on: the tag's major version. */
export interface Id3Version {
  readonly major: 2 | 3 | 4;
}

const frameHeaderBytes = 10;
/** Bits of the second flag byte of an ID3v2.4 frame (§4.1.2). */
const v4 = { grouped: 0x40, compressed: 0x08, encrypted: 0x04, unsynchronised: 0x02, lengthNoted: 0x01 };
/** And of an ID3v2.3 frame (§3.3.1). */
const v3 = { compressed: 0x80, encrypted: 0x40, grouped: 0x20 };

/** Undoes unsynchronisation: the zero after each FF goes (ID3v2.4 structure §6.1). */
function synchronise(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => byte !== 0 || bytes[at - 1] !== 0xff);
}

function readU32(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(offset);
}

/** Some writers put plain sizes into 2.4 tags; where the two readings differ, the one after which a frame follows is right. */
function frameSize(bytes: Uint8Array, offset: number, version: Id3Version): number {
  const plain = readU32(bytes, offset + 4);
  if (version.major === 3) return plain;
  const syncsafe = readSyncsafe(bytes, offset + 4);
  if (plain === syncsafe) return plain;
  const startsAfter = (size: number): boolean => {
    const next = offset + frameHeaderBytes + size;
    return next === bytes.length || (next < bytes.length && (bytes[next] === 0 || isFrameId(bytes, next)));
  };
  return !startsAfter(syncsafe) && startsAfter(plain) ? plain : syncsafe;
}

function isFrameId(bytes: Uint8Array, offset: number): boolean {
  for (let at = offset; at < offset + 4; at++) {
    const byte = bytes[at] ?? 0;
    if (!((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a))) return false;
  }
  return true;
}

/** The frame's content, or null where it is compressed or encrypted: chapters never are. */
function frameBody(raw: Uint8Array, flags: number, version: Id3Version): Uint8Array | null {
  const bits = version.major === 4 ? v4 : v3;
  if (flags & (bits.compressed | bits.encrypted)) return null;
  const grouped = flags & bits.grouped ? 1 : 0;
  if (version.major === 3) return raw.subarray(grouped);
  const body = raw.subarray(grouped + (flags & v4.lengthNoted ? 4 : 0));
  return flags & v4.unsynchronised ? synchronise(body) : body;
}

/** Frames of ID3v2.2 have names of three letters; those that are read, by what they are called since. */
const namesOfV2: Readonly<Record<string, string>> = {
  TT2: 'TIT2',
  TAL: 'TALB',
  TP1: 'TPE1',
  TP2: 'TPE2',
  TCO: 'TCON',
  TRK: 'TRCK',
  TPA: 'TPOS',
  TYE: 'TYER',
  TLA: 'TLAN',
  COM: 'COMM',
  TXX: 'TXXX',
  WAF: 'WOAF',
  WAS: 'WOAS',
};

/** ID3v2.2 §3.2: three letters, three bytes of size, no flags. */
function* readV2Frames(bytes: Uint8Array): Generator<Id3Frame> {
  for (let at = 0; at + 6 <= bytes.length && bytes[at] !== 0;) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 3));
    const [high = 0, middle = 0, low = 0] = bytes.subarray(at + 3, at + 6);
    const end = at + 6 + ((high << 16) | (middle << 8) | low);
    if (!/^[A-Z0-9]{3}$/.test(name) || end > bytes.length) return;
    const id = namesOfV2[name];
    if (id !== undefined) yield { id, body: bytes.subarray(at + 6, end) };
    at = end;
  }
}

/** The frames in `bytes`, which hold nothing else (the inside of a tag, or of a CHAP frame). Ends at padding and at nonsense. */
export function* readId3Frames(bytes: Uint8Array, version: Id3Version): Generator<Id3Frame> {
  if (version.major === 2) {
    yield* readV2Frames(bytes);
    return;
  }
  let at = 0;
  while (at + frameHeaderBytes <= bytes.length && isFrameId(bytes, at)) {
    const size = frameSize(bytes, at, version);
    const start = at + frameHeaderBytes;
    if (start + size > bytes.length) return;
    const body = frameBody(bytes.subarray(start, start + size), bytes[at + 9] ?? 0, version);
    if (body) yield { id: String.fromCharCode(...bytes.subarray(at, at + 4)), body };
    at = start + size;
  }
}

/**
 * Opens an ID3v2.2, 2.3 or 2.4 tag; null for other versions and a compressed 2.2 tag, and for a tag that was cut short,
 * unless `mayBeCut`: then it has the frames that are here.
 */
export function openId3Tag(
  tag: Uint8Array,
  { mayBeCut = false } = {},
): { version: Id3Version; frames: Uint8Array } | null {
  const size = readId3Size(tag, 0);
  const major = tag[3];
  if (size === 0 || (size > tag.length && !mayBeCut) || (major !== 2 && major !== 3 && major !== 4))
    return null;
  const flags = tag[5] ?? 0;
  const raw = tag.subarray(id3HeaderBytes, id3HeaderBytes + readSyncsafe(tag, 6));
  const content = major !== 4 && flags & 0x80 ? synchronise(raw) : raw;
  if (major === 2) return flags & 0x40 ? null : { version: { major }, frames: content };
  const hasExtendedHeader = (flags & 0x40) !== 0 && content.length >= 4;
  const extended = major === 4 ? readSyncsafe(content, 0) : readU32Or0(content) + 4;
  return { version: { major }, frames: content.subarray(hasExtendedHeader ? extended : 0) };
}

function readU32Or0(bytes: Uint8Array): number {
  return bytes.length < 4 ? 0 : readU32(bytes, 0);
}
