import type { NowPlaying } from './now-playing.ts';

export type PlayingAction = 'play' | 'pause' | 'back' | 'forward' | 'next';
export type WindowAction = 'show' | 'hide' | 'quit';

export type MenuEntry =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'line' }
  | { readonly kind: 'action'; readonly action: PlayingAction | WindowAction; readonly enabled: boolean };

/** More would make a menu wider than a screen. */
const longestTitle = 60;

/** What the dock's menu holds: what plays, and what can be done with it. */
export function playingMenu(playing: NowPlaying | null): MenuEntry[] {
  const toggle = playing === null || playing.state === 'paused' ? 'play' : 'pause';
  const actions = ([toggle, 'back', 'forward', 'next'] as const).map(
    (action) => ({ kind: 'action', action, enabled: canDo(playing, action) }) as const,
  );
  return [...(playing === null ? [] : titled(playing)), ...actions];
}

/** Whether it makes sense now: something is loaded, and for the next one something follows. */
export function canDo(playing: NowPlaying | null, action: PlayingAction): boolean {
  return playing !== null && (action !== 'next' || playing.hasNext);
}

/** What the tray's menu holds. */
export function trayMenu(playing: NowPlaying | null, isWindowShown: boolean): MenuEntry[] {
  const windowAction = isWindowShown ? 'hide' : 'show';
  return [
    ...playingMenu(playing),
    { kind: 'line' },
    { kind: 'action', action: windowAction, enabled: true },
    { kind: 'action', action: 'quit', enabled: true },
  ];
}

function titled({ title }: NowPlaying): MenuEntry[] {
  return [{ kind: 'title', text: shorten(title) }, { kind: 'line' }];
}

/** An ampersand would mark a letter as a key. */
function shorten(title: string): string {
  const letters = Array.from(title);
  const short = letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join('')}…` : title;
  return short.replaceAll('&', '&&');
}
