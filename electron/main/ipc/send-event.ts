import type { BrowserWindow } from 'electron';
import type { EventChannel } from '../../../core/ipc/channels.ts';
import type { EventPayload } from '../../../core/ipc/contract.ts';

export type SendEvent = <Channel extends EventChannel>(
  channel: Channel,
  payload: EventPayload<Channel>,
) => void;

/** Tells the window, if there is one; what it misses meanwhile it asks for when it opens. */
export function createSendEvent(window: () => BrowserWindow | null): SendEvent {
  return (channel, payload) => {
    const target = window();
    if (target !== null && !target.isDestroyed()) target.webContents.send(channel, payload);
  };
}
