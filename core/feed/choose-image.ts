import type { PodcastImage } from './feed.ts';

/** Large enough for a cover on any screen; the originals of 3,000 pixels are only slow. */
const enoughPixels = 1400;

/** The podcast:image to use as cover: artwork, square before banner, the smallest that is large enough; else the largest. */
export function chooseImage(images: readonly PodcastImage[]): string | undefined {
  const artwork = images.filter(({ purpose }) => purpose?.split(/\s+/).includes('artwork') === true);
  const unmarked = images.filter(({ purpose }) => purpose === undefined);
  const candidates = artwork.length > 0 ? artwork : unmarked.length > 0 ? unmarked : images;
  const byWidth = [...candidates].sort((a, b) => (a.width ?? 0) - (b.width ?? 0));
  return (byWidth.find(({ width = 0 }) => width >= enoughPixels) ?? byWidth.at(-1))?.url;
}
