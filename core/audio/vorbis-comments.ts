/** Comments of one file are fewer; a hostile count costs no more than this. */
const mostComments = 10_000;
const mostBlocks = 1000;
const pageHeaderBytes = 27;
const flacCommentBlock = 4;

function startsWith(bytes: Uint8Array, offset: number, mark: string): boolean {
  for (let at = 0; at < mark.length; at++) if (bytes[offset + at] !== mark.charCodeAt(at)) return false;
  return true;
}

/** The second packet of the first stream of an Ogg file (RFC 3533 §6); cut short where the bytes are. */
function secondOggPacket(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let packet = 0;
  for (let at = 0; startsWith(bytes, at, 'OggS') && at + pageHeaderBytes <= bytes.length;) {
    const segments = bytes[at + 26] ?? 0;
    const lacing = bytes.subarray(at + pageHeaderBytes, at + pageHeaderBytes + segments);
    at += pageHeaderBytes + segments;
    for (const length of lacing) {
      if (packet === 1) parts.push(bytes.subarray(at, at + length));
      at += length;
      if (length < 255) packet++;
      if (packet > 1) return join(parts);
    }
  }
  return join(parts);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The metadata blocks of a FLAC file (RFC 9639 §8) whose first one starts at `offset`, as far as the bytes reach. */
export function readFlacBlocks(bytes: Uint8Array, offset: number): { type: number; content: Uint8Array }[] {
  const blocks: { type: number; content: Uint8Array }[] = [];
  for (let at = offset; at + 4 <= bytes.length && blocks.length < mostBlocks;) {
    const [type = 0, high = 0, middle = 0, low = 0] = bytes.subarray(at, at + 4);
    const end = at + 4 + ((high << 16) | (middle << 8) | low);
    blocks.push({ type: type & 0x7f, content: bytes.subarray(at + 4, end) });
    if (type & 0x80) break;
    at = end;
  }
  return blocks;
}

function flacCommentsAt(bytes: Uint8Array, offset: number): Uint8Array {
  const block = readFlacBlocks(bytes, offset).find(({ type }) => type === flacCommentBlock);
  return block?.content ?? new Uint8Array(0);
}

function commentsPart(bytes: Uint8Array): Uint8Array {
  if (startsWith(bytes, 0, 'fLaC')) return flacCommentsAt(bytes, 4);
  const packet = secondOggPacket(bytes);
  if (startsWith(packet, 0, 'OpusTags')) return packet.subarray(8);
  if (startsWith(packet, 0, '\u0003vorbis')) return packet.subarray(7);
  return flacCommentsAt(packet, 0);
}

/**
 * The `NAME=value` comments of an Ogg (Vorbis, Opus, FLAC) or FLAC file, names in capitals, from the bytes it begins with
 * (Vorbis I §5). Damaged bytes give what can be read.
 */
export function readVorbisComments(head: Uint8Array): ReadonlyMap<string, string> {
  const part = commentsPart(head);
  const view = new DataView(part.buffer, part.byteOffset, part.length);
  const comments = new Map<string, string>();
  const numberAt = (at: number): number => (at + 4 <= part.length ? view.getUint32(at, true) : 0);
  let at = 4 + numberAt(0);
  const count = Math.min(numberAt(at), mostComments);
  at += 4;
  for (let read = 0; read < count && at + 4 <= part.length; read++) {
    const end = at + 4 + numberAt(at);
    if (end > part.length) break;
    const comment = new TextDecoder().decode(part.subarray(at + 4, end));
    const equals = comment.indexOf('=');
    if (equals > 0) comments.set(comment.slice(0, equals).toUpperCase(), comment.slice(equals + 1));
    at = end;
  }
  return comments;
}
