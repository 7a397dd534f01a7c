import { DownloadService } from './downloads/download-service.ts';
import { SteadyClock } from './downloads/steady-clock.ts';
import type { DigestAudio, MeasureAudio } from './downloads/finish-download.ts';
import { startTransferThread } from './downloads/thread/start-transfer-thread.ts';
import { TransferThread } from './downloads/thread/transfer-thread.ts';
import { followRules, readRule } from './downloads/follow-rules.ts';
import type { AppErrorCode } from '../../core/app-error.ts';
import type { DownloadMove, DownloadQueueState, DownloadSnapshot } from '../../core/download/download.ts';
import type { RunWorkerJob } from '../../core/ipc/worker-contract.ts';
import type { SendEvent } from './ipc/send-event.ts';
import type { Logger } from './logger.ts';
import { openLocalAudio } from './media/local-audio.ts';
import type { IndexAudio } from './media/local-audio.ts';
import type { AuthorizationFor } from './network/open-url.ts';
import type { FindRoutes } from './network/find-routes.ts';
import type { Paths } from './paths.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import { followSleep } from './system/follow-sleep.ts';
import { conditions } from './system/conditions.ts';

interface DownloadsNeeds {
  readonly paths: Paths;
  readonly log: Logger;
  readonly send: SendEvent;
  readonly userAgent: string;
  readonly findRoutes: FindRoutes;
  readonly indexAudio: IndexAudio;
  readonly runJob: RunWorkerJob;
  readonly downloadFolder: () => string;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly authorizationFor: AuthorizationFor;
  /** Told each change, as the window is. */
  readonly noteDownload: (snapshot: DownloadSnapshot) => void;
}

/** Composition of downloads: the service, and the rules that make it wait. `settingsChanged`: what the user changed holds at once. */
export function createDownloads(given: DownloadsNeeds) {
  const { paths, log, userAgent, indexAudio } = given;
  const downloadSettings = () => given.settings.read().downloads;
  const { sample, transfers } = paths;
  const thread = new TransferThread({
    start: () => startTransferThread(transfers, { userAgent, sample }),
    findRoutes: given.findRoutes,
    log,
  });
  thread.limit(downloadSettings().bytesPerSecond);
  const asked = { settings: downloadSettings, ...conditions };
  // Nothing begins on a metered network because nobody had looked yet.
  const downloads = readRule(asked).then((rule) =>
    DownloadService.open({
      rule,
      runTransfer: async (task) =>
        thread.run({ ...task, authorization: await given.authorizationFor(task.part.journal.request.url) }),
      now: clockThroughSleep(() => void downloads.then((service) => service.lookAtClock())).now,
      log,
      random: Math.random,
      folder: given.downloadFolder,
      ownFolder: paths.downloads,
      listFile: paths.downloadFolders,
      ledgerCopies: paths.downloadLedgers,
      memoryFile: paths.downloadQueue,
      queueLimits: downloadSettings,
      isOnline: conditions.isOnline,
      keepsStreamed: () => given.settings.read().playback.keepStreamed,
      measureMs: measureWith(indexAudio),
      digest: digestWith(given.runJob),
      ...tellWindow(given),
    }),
  );
  const rules = followRules({
    ...asked,
    tell: (rule) => void downloads.then((service) => service.changeQueue({ type: 'ruled', rule })),
  });
  void rules.look();
  const settingsChanged = (): void => {
    void rules.look();
    const limits = downloadSettings();
    thread.limit(limits.bytesPerSecond);
    void downloads.then((service) => service.changeQueue({ type: 'limited', limits }));
  };
  return { downloads, settingsChanged };
}

function tellWindow({ send, noteDownload }: Pick<DownloadsNeeds, 'send' | 'noteDownload'>) {
  return {
    announce: (snapshot: DownloadSnapshot): void => {
      send('download:changed', snapshot);
      noteDownload(snapshot);
    },
    announceQueue: (state: DownloadQueueState): void => send('download:queue', state),
    announceMove: (move: DownloadMove): void => send('download:moved', move),
    notice: (code: AppErrorCode): void => send('system:notice', { code }),
  };
}

function digestWith(runJob: RunWorkerJob): DigestAudio {
  return async (file, algorithm) => {
    const digested = await runJob('audio:digest', { file, algorithm });
    return digested.ok ? digested.value.digest : null;
  };
}

function measureWith(indexAudio: IndexAudio): MeasureAudio {
  return (file) =>
    openLocalAudio(file, indexAudio).then(
      ({ about }) => about.durationMs ?? null,
      () => null,
    );
}

/** A clock that nobody sets: a wait stays as long as it was meant. `awake` hears when the computer has slept. */
function clockThroughSleep(awake: () => void): SteadyClock {
  const running = (): number => performance.timeOrigin + performance.now();
  const clock = new SteadyClock({ running, wall: () => Date.now() });
  followSleep({
    asleep: () => clock.fallAsleep(),
    awake: () => {
      clock.wakeUp();
      awake();
    },
  });
  return clock;
}
