import { useState } from 'react';
import { classNames } from './class-names.ts';
import { initials } from './initials.ts';
import './artwork.css';

export interface ArtworkProps {
  /** Address of the picture; `null`: draw one from the name. */
  readonly src: string | null;
  readonly name: string;
  readonly className?: string;
}

const palettes = 8;

/** A cover, or one drawn from the name where there is none. Says nothing to a screen reader: the name stands beside it. */
export function Artwork({ src, name, className }: ArtworkProps) {
  const [broken, setBroken] = useState<string | null>(null);
  if (src !== null && src !== broken) {
    return (
      <img
        className={classNames('artwork', className)}
        src={src}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={() => setBroken(src)}
      />
    );
  }
  return (
    <svg
      className={classNames('artwork', `artwork-${paletteOf(name)}`, className)}
      viewBox="0 0 100 100"
      aria-hidden="true"
    >
      <rect className="artwork-ground" width="100" height="100" />
      <circle className="artwork-sun" cx="68" cy="36" r="30" />
      <rect className="artwork-sea" y="62" width="100" height="38" />
      <text x="10" y="90">
        {initials(name)}
      </text>
    </svg>
  );
}

function paletteOf(name: string): number {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return hash % palettes;
}
