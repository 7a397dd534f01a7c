/** A box of an MP4 file and where its content lies in the bytes it was read from. */
export interface Mp4Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** In one place; honest files have a dozen. */
const mostBoxes = 1000;

/** Type and whole size of the box that begins at `offset` (ISO/IEC 14496-12 §4.2); null when 16 bytes do not tell. Size 0 means "to the end". */
export function readMp4BoxHead(
  bytes: Uint8Array,
  offset: number,
): { type: string; head: number; size: number } | null {
  if (offset + 8 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
  const short = view.getUint32(offset);
  if (short !== 1) return short === 0 || short >= 8 ? { type, head: 8, size: short } : null;
  if (offset + 16 > bytes.length) return null;
  const size = Number(view.getBigUint64(offset + 8));
  return size >= 16 ? { type, head: 16, size } : null;
}

/** The boxes inside another (or in a whole file), in order. Ends at the first that is not one or reaches outside. */
export function readMp4Boxes(bytes: Uint8Array, inside: { start: number; end: number }): Mp4Box[] {
  const boxes: Mp4Box[] = [];
  for (let at = inside.start; at < inside.end && boxes.length < mostBoxes;) {
    const head = readMp4BoxHead(bytes.subarray(0, inside.end), at);
    if (!head) break;
    const end = head.size === 0 ? inside.end : at + head.size;
    if (end > inside.end) break;
    boxes.push({ type: head.type, start: at + head.head, end });
    at = end;
  }
  return boxes;
}

/** The first box at a path such as `mdia/minf/stbl`. */
export function findMp4Box(
  bytes: Uint8Array,
  inside: { start: number; end: number },
  path: string,
): Mp4Box | null {
  let place: { start: number; end: number } = inside;
  let found: Mp4Box | null = null;
  for (const type of path.split('/')) {
    found = readMp4Boxes(bytes, place).find((one) => one.type === type) ?? null;
    if (!found) return null;
    place = found;
  }
  return found;
}
