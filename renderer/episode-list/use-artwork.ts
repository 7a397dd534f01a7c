import { useEffect, useState } from 'react';
import { artworkAddress } from '../library/load-artwork.ts';

/** Address of our own copy of a picture; `null` until it is here, or when there is none. */
export function useArtwork(imageUrl: string | null | undefined, feedUrl: string): string | null {
  const [loaded, setLoaded] = useState<{ readonly url: string; readonly address: string } | null>(null);
  useEffect(() => {
    if (!imageUrl) return;
    let wanted = true;
    void artworkAddress(imageUrl, feedUrl).then((result) => {
      if (wanted && result.ok) setLoaded({ url: imageUrl, address: result.value });
    });
    return () => {
      wanted = false;
    };
  }, [imageUrl, feedUrl]);
  return loaded !== null && loaded.url === imageUrl ? loaded.address : null;
}
