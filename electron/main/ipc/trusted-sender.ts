import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { appOrigin } from '../app-protocol.ts';

/**
 * Only the main frame of our own window, showing our own page, may ask for anything
 * (https://www.electronjs.org/docs/latest/tutorial/security, "Validate the sender of all IPC messages").
 */
export function isTrustedSender(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  if (window === null || window.isDestroyed()) return false;
  const frame = event.senderFrame;
  return frame !== null && frame === window.webContents.mainFrame && frame.origin === appOrigin;
}
