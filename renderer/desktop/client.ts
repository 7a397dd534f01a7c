import type { EventChannel, RequestChannel } from '../../core/ipc/channels.ts';
import type { Envelope, EventPayload, RequestArgs } from '../../core/ipc/contract.ts';
import { appError } from '../../core/app-error.ts';
import { failure } from '../../core/result.ts';

/** What the preload puts on the window. The preload checks names; the main process checks arguments. */
interface DesktopBridge {
  invoke(channel: string, args: unknown): Promise<unknown>;
  handOver(files: readonly File[]): Promise<unknown>;
  on(channel: string, listener: (payload: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly desktop: DesktopBridge;
  }
}

/** Asks the main process. Never rejects: a broken bridge is an `unexpected` failure like any other. */
export async function request<Channel extends RequestChannel>(
  channel: Channel,
  args: RequestArgs<Channel>,
): Promise<Envelope<Channel>> {
  try {
    return (await window.desktop.invoke(channel, args)) as Envelope<Channel>;
  } catch (error) {
    return failure(appError('unexpected', `${channel}: ${String(error)}`));
  }
}

/** Offers files that were dropped on the window; the preload alone sees where they lie. Never rejects. */
export async function handOver(files: readonly File[]): Promise<Envelope<'import:dropped'>> {
  try {
    return (await window.desktop.handOver(files)) as Envelope<'import:dropped'>;
  } catch (error) {
    return failure(appError('unexpected', String(error)));
  }
}

/** Hears what the main process announces; the answer unsubscribes. */
export function listen<Channel extends EventChannel>(
  channel: Channel,
  listener: (payload: EventPayload<Channel>) => void,
): () => void {
  return window.desktop.on(channel, (payload) => listener(payload as EventPayload<Channel>));
}
