import { artworkAddress } from '../library/load-artwork.ts';

/** What the systems' panels show, on screens of twice the density (px). */
const sidePx = 512;

/**
 * A copy of a picture at a `blob:` address: Chromium hands the system none of ours. Whoever asks revokes it in the end.
 * `null` if the picture is not to be had.
 */
export async function copyArtwork(imageUrl: string, feedUrl: string): Promise<MediaImage | null> {
  const loaded = await artworkAddress(imageUrl, feedUrl);
  if (!loaded.ok) return null;
  try {
    const image = new Image();
    image.crossOrigin = 'anonymous';
    image.src = loaded.value;
    await image.decode();
    const canvas = new OffscreenCanvas(sidePx, sidePx);
    canvas.getContext('2d')?.drawImage(image, 0, 0, sidePx, sidePx);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return { src: URL.createObjectURL(blob), sizes: `${sidePx}x${sidePx}`, type: blob.type };
  } catch {
    return null;
  }
}
