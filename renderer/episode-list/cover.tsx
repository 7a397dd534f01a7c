import { Artwork } from '../ui/artwork.tsx';
import { useArtwork } from './use-artwork.ts';

export interface CoverProps {
  readonly imageUrl: string | null | undefined;
  readonly feedUrl: string;
  /** Name of the show: the cover is drawn from it where there is no picture. */
  readonly name: string;
  readonly className?: string;
}

export function Cover({ imageUrl, feedUrl, name, className }: CoverProps) {
  const src = useArtwork(imageUrl, feedUrl);
  return <Artwork src={src} name={name} {...(className !== undefined && { className })} />;
}
