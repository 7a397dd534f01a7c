import type { AppError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { rankTranscripts } from '../../core/transcript/choose-transcript.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { request } from '../desktop/client.ts';
import { library } from './database.ts';
import { getEpisode } from './episodes.ts';
import { keptArticle } from './load-article.ts';
import { loadTranscript } from './load-transcript.ts';
import { listOwnTexts } from './own-texts.ts';
import type { EpisodeView } from './rows.ts';

/** One of the texts of an episode. */
export interface TextVersion {
  /** Names it among the texts of its episode, also after the next start: what was chosen is remembered by it. */
  readonly key: string;
  readonly transcript: Transcript;
  /** Of a file; empty for what was typed. */
  readonly name?: string;
  /** The listener gave it, and may remove it. */
  readonly ownTextId?: string;
}

export interface EpisodeTexts {
  /** Best first; empty when there is none yet. */
  readonly texts: readonly TextVersion[];
  /** Why versions of the text could not be had. */
  readonly failed: readonly AppError[];
  /** The article for display, with its pictures; null when it was not fetched. */
  readonly articleHtml: string | null;
}

export const ownTextKey = (id: string): string => `own ${id}`;

/**
 * Every text of an episode: the publisher's versions and that of the feed (fetched when they are not kept, or `again`), the
 * article of its page if it was fetched, the listener's own, and what lies beside its audio.
 */
export async function loadEpisodeTexts(
  episodeId: string,
  options: { readonly again?: boolean } = {},
): Promise<Result<EpisodeTexts>> {
  const [loaded, article, own, view] = await Promise.all([
    loadTranscript(episodeId, options),
    keptArticle(episodeId),
    listOwnTexts(episodeId),
    getEpisode(episodeId),
  ]);
  const beside = view === null ? [] : await textsBeside(view);
  const others = [...(article === null ? [] : [textOf(article.transcript)]), ...own.map(ownText), ...beside];
  if (!loaded.ok && others.length === 0) return loaded;
  const published = loaded.ok ? loaded.value.transcripts.map(textOf) : [];
  const failed = loaded.ok ? loaded.value.failed.map(({ error }) => error) : [loaded.error];
  return success({
    texts: ranked([...published, ...others], view?.podcast.language ?? ''),
    failed: article?.brokenOff === undefined ? failed : [...failed, article.brokenOff],
    articleHtml: article?.html ?? null,
  });
}

/** Differs when a text came or went that no feed announces. Asks nobody, and reads no text. */
export async function textsStamp(episodeId: string): Promise<string> {
  const [own, article, download] = await Promise.all([
    library.ownTexts.where('episodeId').equals(episodeId).primaryKeys(),
    keptArticle(episodeId),
    library.downloads.get(episodeId),
  ]);
  return [...own, article?.fetchedAt ?? '', download?.state === 'done'].join(' ');
}

function ranked(texts: readonly TextVersion[], language: string): TextVersion[] {
  const textOfTranscript = new Map(texts.map((text) => [text.transcript, text]));
  const order = rankTranscripts([...textOfTranscript.keys()], language);
  return order.flatMap((transcript) => textOfTranscript.get(transcript) ?? []);
}

function textOf(transcript: Transcript): TextVersion {
  const { kind, url } = transcript.source;
  return { key: kind === 'publisher' ? `publisher ${url}` : kind, transcript };
}

function ownText({
  id,
  name,
  transcript,
}: {
  id: string;
  name: string;
  transcript: Transcript;
}): TextVersion {
  return { key: ownTextKey(id), name, transcript, ownTextId: id };
}

/** Only a file of ours has a place that something can lie beside. */
async function textsBeside({ episode, podcast, download }: EpisodeView): Promise<TextVersion[]> {
  if (download?.state !== 'done') return [];
  const feedLanguage = (podcast.language ?? '').slice(0, 100);
  const found = await request('transcript:find-beside', { episodeId: episode.id, feedLanguage });
  const texts = found.ok ? found.value.texts : [];
  return texts.map(({ name, transcript }) => ({ key: `beside ${name}`, name, transcript }));
}
