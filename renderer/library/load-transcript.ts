import type { AppError } from '../../core/app-error.ts';
import { appError } from '../../core/app-error.ts';
import { feedText } from '../../core/feed/feed-text.ts';
import { hashText } from '../../core/feed/hash-text.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { request } from '../desktop/client.ts';
import { cache, library } from './database.ts';
import { getEpisode } from './episodes.ts';
import type { EpisodeView, TextRow } from './rows.ts';
import { shareFlights } from './share-flights.ts';

export interface LoadedTranscripts {
  /** Best first; empty when the show gives no text. */
  readonly transcripts: Transcript[];
  /** Variants that could not be read or fetched. */
  readonly failed: { url: string; error: AppError }[];
}

export interface LoadTranscriptOptions {
  /** Fetch although the texts are here. */
  readonly again?: boolean;
}

/** A variant that failed is asked for again after this time (ms), not at every opening. */
const retryFailedMs = 24 * 3_600_000;

const share = shareFlights<Result<LoadedTranscripts>>();

/**
 * The words of an episode: what is kept, else fetched and kept. Two callers at once share one request.
 * When fetching fails, what was kept before still comes.
 */
export function loadTranscript(
  episodeId: string,
  { again = false }: LoadTranscriptOptions = {},
): Promise<Result<LoadedTranscripts>> {
  return share(`${episodeId} ${again}`, async () => {
    const view = await getEpisode(episodeId);
    if (view === null) return failure(appError('not-found', `episode ${episodeId}`));
    const sources = describeSources(view);
    if (sources === null) return success({ transcripts: [], failed: [] });
    const kept = await cache.texts.get(episodeId);
    if (kept !== undefined && !again && isFresh(kept, sources, Date.now())) return success(kept);
    return fetchTexts(view, sources, kept);
  });
}

function isFresh(row: TextRow, sources: string, now: number): boolean {
  return row.sources === sources && (row.failed.length === 0 || now - row.fetchedAt < retryFailedMs);
}

/** Changes when the feed announces other texts; `null` when it announces none. */
function describeSources({ episode, detail }: EpisodeView): string | null {
  const text = detail === null ? undefined : feedText(detail);
  if (episode.transcripts.length === 0 && text === undefined) return null;
  const links = episode.transcripts.map((link) => `${link.url} ${link.type} ${link.language ?? ''}`);
  return hashText([...links, text ?? ''].join('\n'));
}

/** Those of the episode, who stand in for those of the show. */
async function personsHeard(podcastId: string, detail: EpisodeView['detail']): Promise<string[]> {
  const own = detail?.persons ?? [];
  const persons = own.length > 0 ? own : ((await library.podcasts.get(podcastId))?.persons ?? []);
  return persons.slice(0, 100).map(({ name }) => name.slice(0, 200));
}

async function fetchTexts(
  { episode, podcast, detail }: EpisodeView,
  sources: string,
  kept: TextRow | undefined,
): Promise<Result<LoadedTranscripts>> {
  const loaded = await request('transcript:load', {
    requestId: crypto.randomUUID(),
    variants: episode.transcripts.slice(0, 50),
    feedTextHtml: detail === null ? undefined : feedText(detail),
    feedLanguage: (podcast.language ?? '').slice(0, 100),
    feedUrl: podcast.feedUrl,
    persons: await personsHeard(podcast.id, detail),
  });
  if (!loaded.ok) return kept === undefined ? loaded : success(kept);
  const transcripts = withKept(loaded.value, kept?.transcripts ?? []);
  if (transcripts.length === 0) return success(kept ?? loaded.value);
  const { failed } = loaded.value;
  const row: TextRow = { episodeId: episode.id, sources, fetchedAt: Date.now(), transcripts, failed };
  await cache.texts.put(row).catch(() => undefined);
  return success(row);
}

/** What came now, and what is kept of the variants that did not come this time, in the place it had. */
function withKept({ transcripts, failed }: LoadedTranscripts, kept: readonly Transcript[]): Transcript[] {
  const failedUrls = new Set(failed.map(({ url }) => url));
  const isLost = ({ source }: Transcript): boolean =>
    source.url !== undefined &&
    failedUrls.has(source.url) &&
    !transcripts.some((other) => other.source.url === source.url);
  const merged = [...transcripts];
  for (const [at, transcript] of kept.entries()) if (isLost(transcript)) merged.splice(at, 0, transcript);
  return merged;
}
