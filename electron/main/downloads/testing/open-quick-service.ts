import path from 'node:path';
import { DownloadService } from '../download-service.ts';
import type { DownloadServiceNeeds } from '../download-service.ts';
import { SignInWatch } from '../sign-in-watch.ts';
import { transfer } from '../transfer.ts';
import type { TransferNeeds } from '../transfer.ts';

export type QuickNeeds = Partial<DownloadServiceNeeds & TransferNeeds> & Pick<TransferNeeds, 'openUrl'>;

/**
 * A download service with real files under `base`, its own folder being `Downloads` there. Its clock runs a thousand times as fast, so that
 * waiting takes no time. `more` takes the place of what stands here.
 */
export function openQuickService(base: string, more: QuickNeeds): Promise<DownloadService> {
  const ownFolder = path.join(base, 'Downloads');
  const needs = {
    now: () => performance.now() * 1000,
    freeBytes: () => Promise.resolve(1e12),
    signIn: new SignInWatch(),
    ...more,
  };
  return DownloadService.open({
    runTransfer: (task) => transfer(needs, task),
    after: (ms, work) => {
      const timer = setTimeout(work, ms / 1000 + 1);
      return () => clearTimeout(timer);
    },
    random: () => 0,
    folder: () => ownFolder,
    ownFolder,
    listFile: path.join(base, 'folders.json'),
    ledgerCopies: path.join(base, 'ledgers'),
    memoryFile: path.join(base, 'queue.json'),
    queueLimits: () => ({ parallel: 3, parallelPerHost: 2 }),
    keepsStreamed: () => true,
    announce: () => undefined,
    announceQueue: () => undefined,
    announceMove: () => undefined,
    notice: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    roomEveryMs: 20,
    ...needs,
  });
}
