import { z } from 'zod';
import type { AudioIndex, SourceStamp } from './audio-index.ts';
import { aboutAudioSchema, isSameSource, sourceStampSchema } from './audio-index.ts';
import { ascii } from './mp4-boxes.ts';
import type { FrameTableShape } from './frame-table.ts';
import { frameTableShapeSchema } from './frame-table.ts';

/**
 * The file kept beside a download: 16 bytes of head (mark, version, checksum of the rest, length of the JSON part),
 * a JSON part, then two bytes for each frame. All numbers are little-endian.
 */
const mark = 0x58444945; // "EIDX"
const version = 4;
const headBytes = 16;

const jsonPartSchema = z.object({
  source: sourceStampSchema,
  about: aboutAudioSchema,
  frames: frameTableShapeSchema.optional(),
});
type JsonPart = z.infer<typeof jsonPartSchema>;

/** Name of the index of the file `fileName` in the same folder: hidden, so that the folder stays the user's own. */
export function frameIndexName(fileName: string): string {
  return `.${fileName}.index`;
}

/** FNV-1a over whole bytes: finds damage, proves no origin. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** JSON in ASCII alone, so that letters and bytes are the same thing. */
function asciiJson(value: unknown): Uint8Array {
  const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return ascii(JSON.stringify(value).replaceAll(/[\u0080-\uffff]/g, escaped));
}

export function writeFrameIndex(index: AudioIndex): Uint8Array {
  const { sizes, ...shape } = index.frames ?? { sizes: new Uint16Array(0) };
  const json = asciiJson({
    source: index.source,
    about: index.about,
    ...(index.frames && { frames: shape }),
  });
  const bytes = new Uint8Array(headBytes + json.length + sizes.length * 2);
  const view = new DataView(bytes.buffer);
  bytes.set(json, headBytes);
  sizes.forEach((size, frame) => view.setUint16(headBytes + json.length + frame * 2, size, true));
  const head = [mark, version, checksum(bytes.subarray(headBytes)), json.length];
  head.forEach((value, at) => view.setUint32(at * 4, value, true));
  return bytes;
}

/**
 * Reads an index back. Answers null, "make it again", when it is damaged, of another version, or made of another
 * state of the file than `source`.
 */
export function readFrameIndex(bytes: Uint8Array, source: SourceStamp): AudioIndex | null {
  if (bytes.length < headBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [foundMark, foundVersion, sum, jsonBytes = 0] = [0, 4, 8, 12].map((at) => view.getUint32(at, true));
  if (foundMark !== mark || foundVersion !== version || sum !== checksum(bytes.subarray(headBytes)))
    return null;
  const sizesAt = headBytes + jsonBytes;
  const part = readJsonPart(bytes.subarray(headBytes, sizesAt));
  if (part === null || !isSameSource(part.source, source)) return null;
  const { source: stamp, about, frames: shape } = part;
  if (!shape) return { source: stamp, about };
  const frames = (bytes.length - sizesAt) / 2;
  if (!startsAreInOrder(shape, frames)) return null;
  const sizes = new Uint16Array(frames);
  for (let frame = 0; frame < frames; frame++) sizes[frame] = view.getUint16(sizesAt + frame * 2, true);
  return { source: stamp, about, frames: { ...shape, sizes } };
}

function readJsonPart(bytes: Uint8Array): JsonPart | null {
  try {
    return jsonPartSchema.parse(JSON.parse(new TextDecoder('latin1').decode(bytes)));
  } catch {
    return null;
  }
}

/** A table out of order would be read past its ends. */
function startsAreInOrder({ pieces, runs, syncFrames }: FrameTableShape, frames: number): boolean {
  const lists = [
    pieces.map(({ firstFrame }) => firstFrame),
    runs.map(({ firstFrame }) => firstFrame),
    syncFrames,
  ];
  return (
    Number.isInteger(frames) &&
    lists.every((starts) => starts[0] === 0 && isRising(starts) && (starts.at(-1) ?? frames) < frames) &&
    isRising(runs.map(({ offset }) => offset))
  );
}

function isRising(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || value > (values[at - 1] ?? value));
}
