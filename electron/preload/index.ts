import { contextBridge, ipcRenderer } from 'electron';
import { eventChannels, requestChannels } from '../../core/ipc/channels.ts';

const requests: ReadonlySet<string> = new Set(requestChannels);
const events: ReadonlySet<string> = new Set(eventChannels);

/** The whole bridge: two functions that know the names of the contract and nothing else. */
contextBridge.exposeInMainWorld('desktop', {
  invoke(channel: string, args: unknown): Promise<unknown> {
    if (!requests.has(channel)) return Promise.reject(new Error(`No such request: ${channel}`));
    return ipcRenderer.invoke(channel, args);
  },
  on(channel: string, listener: (payload: unknown) => void): () => void {
    if (!events.has(channel)) throw new Error(`No such event: ${channel}`);
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => {
      ipcRenderer.off(channel, forward);
    };
  },
});
