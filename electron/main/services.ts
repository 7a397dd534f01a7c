import type { DownloadSnapshot } from '../../core/download/download.ts';
import { createDownloads } from './create-downloads.ts';
import { CredentialStore } from './credentials/credential-store.ts';
import { FeedFetcher } from './feeds/feed-fetcher.ts';
import { FolderService } from './folders/folder-service.ts';
import type { FolderServiceNeeds } from './folders/folder-service.ts';
import { ImportService } from './imports/import-service.ts';
import { withFolders } from './folders/open-folder.ts';
import { createCancellations } from './ipc/cancellations.ts';
import type { SendEvent } from './ipc/send-event.ts';
import type { Logger } from './logger.ts';
import { createSoundWork } from './create-sound-work.ts';
import type { IndexAudio } from './media/local-audio.ts';
import { MediaService } from './media/media-service.ts';
import { createFindRoutes } from './network/find-routes.ts';
import { withSample } from './network/open-sample.ts';
import { createOpenUrl } from './network/open-url.ts';
import type { AuthorizationFor } from './network/open-url.ts';
import { PageService } from './pages/page-service.ts';
import type { Paths } from './paths.ts';
import { PictureService } from './pictures/picture-service.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import { StreamService } from './streaming/stream-service.ts';
import { askSystem } from './system/ask-system.ts';
import { forkWorker } from './system/fork-process.ts';
import { systemSafePlace } from './system/safe-place.ts';
import { BroughtTextReader } from './transcripts/brought-texts.ts';
import { TranscriptService } from './transcripts/transcript-service.ts';
import { WorkerHost } from './worker/worker-host.ts';

/**
 * Composition of what works behind the window: each service is made once and given what it needs. Made at once, so that no
 * disk holds the window up: only what concerns downloads waits for their folders to be read.
 */
export function createServices(given: {
  paths: Paths;
  log: Logger;
  send: SendEvent;
  version: string;
  downloadFolder: () => string;
  settings: Pick<SettingsStore, 'read'>;
  noteDownload: (snapshot: DownloadSnapshot) => void;
}) {
  const { paths, log, send, version } = given;
  const now = (): number => Date.now();
  const userAgent = `Earmark/${version} (podcast player; ${process.platform})`;
  const credentials = CredentialStore.open({ file: paths.credentials, place: systemSafePlace, log });
  const authorizationFor: AuthorizationFor = async (url) => (await credentials).authorizationFor(url);
  const findRoutes = createFindRoutes({ settings: () => given.settings.read().network, askSystem });
  const worker = new WorkerHost({ fork: () => forkWorker(paths.worker), log });
  const folders = openFolders({ base: paths.folders, runJob: worker.run, now }, send);
  const opensWeb = createOpenUrl(userAgent, { findRoutes, authorizationFor });
  const openUrl = withFolders(withSample(paths.sample, opensWeb), { folders, runJob: worker.run });
  const indexAudio: IndexAudio = (args) => worker.run('audio:index', args);
  const { downloads, settingsChanged } = createDownloads({
    ...given,
    userAgent,
    findRoutes,
    indexAudio,
    runJob: worker.run,
    authorizationFor,
  });
  const media = new MediaService({
    findFile: async (episodeId) =>
      (await folders).findFile(episodeId) ?? (await downloads).findFile(episodeId),
    indexAudio,
    streams: new StreamService({
      openUrl,
      findPart: async (episodeId) => (await downloads).playPart(episodeId),
    }),
  });
  const broughtTexts = new BroughtTextReader({
    runJob: worker.run,
    findAudio: async (episodeId) => (await downloads).findFile(episodeId),
  });
  return {
    now,
    credentials,
    downloads,
    downloadSettingsChanged: settingsChanged,
    runJob: worker.run,
    cancellations: createCancellations(),
    folders,
    imports: new ImportService({ downloads, runJob: worker.run, texts: broughtTexts }),
    feeds: new FeedFetcher({ openUrl, runJob: worker.run, now }),
    media,
    ...createSoundWork({ media, paths, send }),
    pages: new PageService({ openUrl, runJob: worker.run }),
    pictures: new PictureService({ openUrl, folder: paths.pictures }),
    broughtTexts,
    transcripts: new TranscriptService({ openUrl, runJob: worker.run }),
    /** The journals on disk are what a download goes on from: there is nothing to wait for. */
    stop: () => worker.stop(),
  };
}

function openFolders(
  needs: Pick<FolderServiceNeeds, 'base' | 'runJob' | 'now'>,
  send: SendEvent,
): Promise<FolderService> {
  return FolderService.open({
    ...needs,
    changed: (podcastId) => send('folder:changed', { podcastId }),
    progress: (podcastId, done, total) => send('folder:progress', { podcastId, done, total }),
  });
}
