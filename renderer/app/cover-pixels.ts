const side = 24;

/** The picture made very small, as RGBA bytes; `null` when it cannot be read. */
export async function coverPixels(address: string): Promise<Uint8ClampedArray | null> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = address;
  try {
    await image.decode();
    const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
    if (context === null) return null;
    context.drawImage(image, 0, 0, side, side);
    return context.getImageData(0, 0, side, side).data;
  } catch {
    return null;
  }
}
