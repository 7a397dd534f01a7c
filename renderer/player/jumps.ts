import { useSettings } from '../settings/settings-store.ts';
import { seekBy } from './playback-commands.ts';

/** As far as the listener set it. */
export function jumpBack(): void {
  seekBy(-useSettings.getState().playback.backMs);
}

export function jumpForward(): void {
  seekBy(useSettings.getState().playback.forwardMs);
}
