export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Pixels of a PNG, GIF, JPEG, WebP or AVIF picture as its head announces them, before anybody makes room for them; null when
 * it says nothing. A picture of a few kilobytes can ask for gigabytes of memory.
 */
export function pictureSize(bytes: Uint8Array, type: string): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readers[type]?.(view) ?? null;
  } catch (cause) {
    // A head that ends too early is one that says nothing.
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

const readers: Readonly<Record<string, (view: DataView) => PictureSize | null>> = {
  'image/png': (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/gif': (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
  'image/avif': avifSize,
};

/** The frame header (ITU-T T.81, B.2.2): markers C0 to CF but DHT (C4), JPG (C8) and DAC (CC). */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
}

/** RFC 9649, sections 2.5 to 2.7: lossy, lossless and extended form. */
function webpSize(view: DataView): PictureSize | null {
  const form = fourLetters(view, 12);
  if (form === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const threeBytes = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return form === 'VP8X' ? { width: threeBytes(24), height: threeBytes(27) } : null;
}

/** The largest image spatial extents property (ISO/IEC 23008-12, 6.5.3), wherever it stands in the head. */
function avifSize(view: DataView): PictureSize | null {
  let largest: PictureSize | null = null;
  for (let at = 4; at + 16 <= Math.min(view.byteLength, 64 * 1024); at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const found = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (largest === null || found.width * found.height > largest.width * largest.height) largest = found;
  }
  return largest;
}

function fourLetters(view: DataView, at: number): string {
  return [0, 1, 2, 3].map((offset) => String.fromCharCode(view.getUint8(at + offset))).join('');
}
