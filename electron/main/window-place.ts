import type { Settings } from '../../core/settings/settings.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type SavedWindow = NonNullable<Settings['window']>;

const usual = { width: 1200, height: 800 };
/** So much of the window's top edge must be on a screen for its title bar to be within reach of the pointer. */
const reachable = { width: 120, height: 40 };

/**
 * Size and place of the window at start, in pixels of the desktop. A remembered place is used only while a screen shows
 * enough of it to drag the window by; without one the system chooses. The size never exceeds the screen it opens on.
 */
export function placeWindow(
  saved: SavedWindow | undefined,
  screens: readonly Area[],
): { width: number; height: number; x?: number; y?: number } {
  const size = saved ?? usual;
  const { x, y } = saved ?? {};
  const screen =
    x === undefined || y === undefined
      ? undefined
      : screens.find((one) => isReachable(one, { ...size, x, y }));
  const room = screen ?? screens[0];
  const width = Math.min(size.width, room?.width ?? size.width);
  const height = Math.min(size.height, room?.height ?? size.height);
  return screen === undefined || x === undefined || y === undefined
    ? { width, height }
    : { width, height, x, y };
}

function isReachable(screen: Area, window: Area): boolean {
  const seenWidth = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const topInside = window.y >= screen.y - 8 && window.y + reachable.height <= screen.y + screen.height;
  return seenWidth >= reachable.width && topInside;
}
