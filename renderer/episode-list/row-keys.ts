import type { episodeActions } from './episode-actions.ts';

/** One-letter keys of a row, by the place of the letter on the keyboard, so that they work in any layout. */
export const rowKeys: Readonly<Record<string, keyof typeof episodeActions>> = {
  KeyP: 'play',
  KeyD: 'download',
  KeyQ: 'queue',
  KeyF: 'favourite',
  KeyL: 'playlist',
  KeyM: 'played',
};

export function rowAction(event: {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}): keyof typeof episodeActions | null {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  return plain ? (rowKeys[event.code] ?? null) : null;
}
