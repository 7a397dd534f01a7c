/** Element ID of a track's CodecID (RFC 9559 §5.1.4.1.21). */
const codecId = 0x86;
/** A length of one byte is marked by its highest bit (RFC 8794 §4). */
const shortLength = 0x80;

/** Whether the start of a WebM file names a track of moving pictures: the codecs of those alone begin with `V_`. */
export function hasWebmPicture(head: Uint8Array): boolean {
  for (let at = head.indexOf(codecId); at >= 0; at = head.indexOf(codecId, at + 1)) {
    const isShort = ((head[at + 1] ?? 0) & shortLength) !== 0;
    if (isShort && head[at + 2] === 0x56 && head[at + 3] === 0x5f) return true;
  }
  return false;
}
