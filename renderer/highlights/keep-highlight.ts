import type { HighlightAnchor, HighlightColour, HighlightOrigin } from '../../core/highlights/highlight.ts';
import { comparableAddress } from '../../core/feed/comparable-address.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { runAndTell } from '../episode-list/run-and-tell.ts';
import { getEpisode } from '../library/episodes.ts';
import type { EpisodeView, HighlightRow } from '../library/rows.ts';

export interface Marking {
  readonly episodeId: string;
  readonly transcript: Transcript;
  readonly anchor: HighlightAnchor;
  readonly colour: HighlightColour;
}

/** Keeps a marked place with what must be readable of its episode later; null when it could not be kept, which is told. */
export async function keepHighlight(marking: Marking): Promise<HighlightRow | null> {
  const { episodeId, transcript, anchor, colour } = marking;
  const view = await getEpisode(episodeId);
  if (view === null) return null;
  const now = Date.now();
  const highlight: HighlightRow = {
    ...anchor,
    id: crypto.randomUUID(),
    episodeId,
    colour,
    note: '',
    tags: [],
    createdAt: now,
    updatedAt: now,
    origin: originOf(view, transcript),
  };
  return (await runAndTell({ kind: 'keep-highlight', highlight })) ? highlight : null;
}

/** What a highlight is cited with. */
export function originOf(
  { episode, podcast }: EpisodeView,
  { source, language }: Transcript,
): HighlightOrigin {
  const author = episode.author ?? podcast.author;
  const { kind, url } = source;
  return {
    show: podcast.title,
    episode: episode.title,
    feedUrl: podcast.feedUrl,
    feedKey: comparableAddress(podcast.feedUrl),
    ...(author === undefined ? {} : { author }),
    ...(episode.publishedAt === undefined ? {} : { publishedAt: episode.publishedAt }),
    ...(episode.link === undefined ? {} : { link: episode.link }),
    ...(episode.enclosure === undefined ? {} : { enclosureUrl: episode.enclosure.url }),
    text: { kind, language, ...(url === undefined ? {} : { url }) },
  };
}
