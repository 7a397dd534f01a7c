import { useEffect } from 'react';
import { useArtwork } from '../episode-list/use-artwork.ts';
import { getPodcast } from '../library/podcasts.ts';
import { usePlayback } from '../player/playback-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { accentOf } from '../ui/accent.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { coverPixels } from './cover-pixels.ts';
import type { Theme } from './use-theme.ts';

const names = ['--accent', '--accent-soft', '--accent-ink'] as const;

/** Takes the accent from the cover of the show on screen, else of the one in the player. */
export function useAccent(path: string, theme: Theme): void {
  const wanted = useSettings((settings) => settings.coverAccent);
  const playing = usePlayback((playback) => playback.podcastId);
  const id = podcastOfPath(path) ?? playing;
  const podcast = useLiveQuery(`podcast ${id ?? ''}`, () => (id === null ? null : getPodcast(id))) ?? null;
  const address = useArtwork(podcast?.imageUrl, podcast?.feedUrl ?? '');
  useEffect(() => {
    let current = true;
    if (!wanted || address === null) clear();
    else void coverPixels(address).then((pixels) => current && apply(pixels, theme));
    return () => {
      current = false;
    };
  }, [address, theme, wanted]);
}

/** An episode's id begins with its show's id. */
export function podcastOfPath(path: string): string | null {
  return /^\/(?:show|episode)\/([0-9a-f]{16})/.exec(path)?.[1] ?? null;
}

function apply(pixels: Uint8ClampedArray | null, theme: Theme): void {
  const style = getComputedStyle(document.documentElement);
  const grounds = ['--paper', '--side', '--card'].map((name) => style.getPropertyValue(name).trim());
  const found = pixels === null ? null : accentOf(pixels, { grounds, dark: theme === 'dark' });
  if (found === null) {
    clear();
    return;
  }
  const values = [found.accent, found.soft, found.ink];
  for (const [index, name] of names.entries())
    document.documentElement.style.setProperty(name, values[index]!);
}

function clear(): void {
  for (const name of names) document.documentElement.style.removeProperty(name);
}
