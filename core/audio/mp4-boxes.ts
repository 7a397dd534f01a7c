/** An ISO base media file box (ISO/IEC 14496-12 §4.2): 32-bit size, four-letter type, content. */
export function box(type: string, ...content: readonly Uint8Array[]): Uint8Array {
  const size = content.reduce((sum, part) => sum + part.length, 8);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, size);
  bytes.set(ascii(type), 4);
  let at = 8;
  for (const part of content) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A "full" box: version and 24 bits of flags before the content (§4.2). */
export function fullBox(
  type: string,
  versionAndFlags: { version: 0 | 1; flags: number },
  ...content: readonly Uint8Array[]
): Uint8Array {
  return box(type, u32(versionAndFlags.version * 0x100_0000 + versionAndFlags.flags), ...content);
}

export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export function u8(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values);
}

/** Big-endian 16-bit numbers. */
export function u16(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setUint16(index * 2, value));
  return bytes;
}

/** Big-endian 32-bit numbers. */
export function u32(...values: readonly number[]): Uint8Array {
  return u32List(values);
}

/** The same for a list of any length, which could not be handed over as arguments. */
export function u32List(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setUint32(index * 4, value));
  return bytes;
}

/** Big-endian 64-bit numbers, exact up to 2^53. */
export function u64(...values: readonly number[]): Uint8Array {
  return u64List(values);
}

export function u64List(values: readonly number[]): Uint8Array {
  return u32List(values.flatMap((value) => [Math.floor(value / 0x1_0000_0000), value % 0x1_0000_0000]));
}

export function zeros(length: number): Uint8Array {
  return new Uint8Array(length);
}
