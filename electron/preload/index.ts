import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { eventChannels, handedFilesChannel, requestChannels } from '../../core/ipc/channels.ts';

const requests: ReadonlySet<string> = new Set(requestChannels.filter((name) => name !== handedFilesChannel));
const events: ReadonlySet<string> = new Set(eventChannels);

/** What the system handed over while the page was still loading: kept for its first listener. */
const early: unknown[] = [];
const keepEarly = (_event: unknown, payload: unknown): void => void early.push(payload);
ipcRenderer.on('system:add-show', keepEarly);

// Opening what IndexedDB keeps takes the browser process some 20 ms; asked for here, that is over when the page's own script is read.
void indexedDB.databases();

/** The whole bridge: functions that know the names of the contract and nothing else. */
contextBridge.exposeInMainWorld('desktop', {
  invoke(channel: string, args: unknown): Promise<unknown> {
    if (!requests.has(channel)) return Promise.reject(new Error(`No such request: ${channel}`));
    return ipcRenderer.invoke(channel, args);
  },
  /** Hands over files that were dropped: a file the page made up has no path. */
  handOver(files: readonly File[]): Promise<unknown> {
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
    return ipcRenderer.invoke(handedFilesChannel, { paths });
  },
  on(channel: string, listener: (payload: unknown) => void): () => void {
    if (!events.has(channel)) throw new Error(`No such event: ${channel}`);
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, forward);
    if (channel === 'system:add-show') {
      ipcRenderer.off(channel, keepEarly);
      early.splice(0).forEach((payload) => listener(payload));
    }
    return () => {
      ipcRenderer.off(channel, forward);
    };
  },
});
