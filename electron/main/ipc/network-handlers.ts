import { success } from '../../../core/result.ts';
import { isFolderAddress } from '../../../core/folder/folder-address.ts';
import type { FeedFetcher } from '../feeds/feed-fetcher.ts';
import type { FolderService } from '../folders/folder-service.ts';
import type { MediaService } from '../media/media-service.ts';
import type { PageService } from '../pages/page-service.ts';
import type { PictureService } from '../pictures/picture-service.ts';
import type { TranscriptService } from '../transcripts/transcript-service.ts';
import { isCancellation } from '../unexpected-error.ts';
import type { Handlers } from './answer-request.ts';
import type { Cancellations } from './cancellations.ts';

export interface NetworkNeeds {
  readonly cancellations: Cancellations;
  readonly feeds: FeedFetcher;
  readonly folders: Promise<FolderService>;
  readonly media: MediaService;
  readonly pages: PageService;
  readonly pictures: PictureService;
  readonly transcripts: TranscriptService;
}

type NetworkHandlers = Pick<
  Handlers,
  | 'feed:fetch'
  | 'transcript:load'
  | 'page:load'
  | 'chapters:load'
  | 'artwork:load'
  | 'artwork:keep'
  | 'artwork:whole'
  | 'media:prepare'
  | 'media:segment'
  | 'media:what-failed'
>;

/** What is given up has nothing to say: the window that gave it up no longer listens. */
function emptyIfCancelled<Value>(empty: Value): (cause: unknown) => { ok: true; value: Value } {
  return (cause) => {
    if (!isCancellation(cause)) throw cause;
    return success(empty);
  };
}

export function networkHandlers({
  cancellations,
  feeds,
  folders,
  media,
  pages,
  pictures,
  transcripts,
}: NetworkNeeds): NetworkHandlers {
  return {
    'feed:fetch': ({ requestId, ...asked }) =>
      cancellations.run(requestId, async (signal) =>
        isFolderAddress(asked.url) ? (await folders).fetch(asked, signal) : feeds.fetch(asked, signal),
      ),
    'transcript:load': ({ requestId, ...asked }) =>
      cancellations
        .run(requestId, (signal) => transcripts.load(asked, signal))
        .catch(emptyIfCancelled({ transcripts: [], failed: [] })),
    'page:load': ({ requestId, ...asked }) =>
      cancellations
        .run(requestId, (signal) => pages.load(asked, signal))
        .catch(emptyIfCancelled({ kind: 'cancelled' as const })),
    'chapters:load': ({ requestId, ...asked }) =>
      cancellations
        .run(requestId, (signal) => transcripts.loadChapters(asked, signal))
        .catch(emptyIfCancelled([])),
    'artwork:load': (asked) => pictures.load(asked),
    'artwork:keep': (asked) => pictures.keepFor(asked),
    'artwork:whole': ({ episodeIds }) => pictures.whole(episodeIds),
    'media:prepare': (asked) => media.prepare(asked),
    'media:segment': (asked) => media.readSegment(asked),
    'media:what-failed': ({ episodeId }) =>
      Promise.resolve(success({ error: media.streams.whatFailed(episodeId) })),
  };
}
