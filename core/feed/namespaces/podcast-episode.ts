import type { EpisodeDraft } from '../episode-draft.ts';
import { plainMimeType } from '../read-enclosure.ts';
import { readCount, readDecimal, readSeconds } from '../read-number.ts';
import { readYesNo } from '../read-yes-no.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { attributesReader, textReader, type ElementTable, type FeedElement } from './namespace.ts';
import { mostOfAKind, podcastShared, textOrNothing } from './podcast-shared.ts';

/** Elements of the podcast namespace in an item. */
export const podcastEpisode: ElementTable<EpisodeDraft> = {
  ...podcastShared,
  transcript: attributesReader((episode, attributes, { resolve }) => {
    const url = resolve(attributes.get('url'));
    if (url === undefined || episode.transcripts.length >= mostOfAKind) return;
    const type = plainMimeType(attributes.get('type'));
    const language = attributes.get('language')?.trim() || undefined;
    const rel = attributes.get('rel')?.trim().toLowerCase() || undefined;
    episode.transcripts.push(withoutUndefined({ url, type, language, rel }));
  }),
  chapters: attributesReader((episode, attributes, { resolve }) => {
    episode.chaptersUrl ??= resolve(attributes.get('url'));
  }),
  soundbite: textOrNothing((episode, title, { attributes }) => {
    const startMs = readSeconds(attributes.get('starttime'));
    const durationMs = readSeconds(attributes.get('duration'));
    if (startMs === undefined || durationMs === undefined || episode.soundbites.length >= mostOfAKind) return;
    episode.soundbites.push({ startMs, durationMs, title });
  }),
  season: textReader((episode, text, { attributes }) => {
    episode.season = readCount(text) ?? episode.season;
    episode.seasonName ??= attributes.get('name')?.trim() || undefined;
  }),
  episode: textReader((episode, text, { attributes }) => {
    // Decimals are allowed here and not in itunes:episode, so this one knows better.
    episode.episodeNumber = readDecimal(text) ?? episode.episodeNumber;
    episode.episodeDisplay ??= attributes.get('display')?.trim() || undefined;
  }),
  alternateenclosure: {
    open: openAlternateEnclosure,
    children: {
      'podcast:source': attributesReader((episode, attributes, { resolveAnyTransport }) => {
        const url = resolveAnyTransport(attributes.get('uri'));
        const sources = episode.alternateEnclosures.at(-1)?.sources;
        if (url === undefined || !sources || sources.length >= mostOfAKind) return;
        sources.push(
          withoutUndefined({ url, type: plainMimeType(attributes.get('contenttype')) || undefined }),
        );
      }),
      'podcast:integrity': attributesReader((episode, attributes) => {
        const alternate = episode.alternateEnclosures.at(-1);
        const value = attributes.get('value')?.trim() ?? '';
        if (alternate && value !== '')
          alternate.integrity = { type: attributes.get('type')?.trim() ?? '', value };
      }),
    },
  },
  socialinteract: attributesReader((episode, attributes, { resolve }) => {
    if (episode.discussions.length >= mostOfAKind) return;
    episode.discussions.push(
      withoutUndefined({
        protocol: attributes.get('protocol')?.trim().toLowerCase() ?? '',
        url: resolve(attributes.get('uri')),
        accountId: attributes.get('accountid')?.trim() || undefined,
        priority: readDecimal(attributes.get('priority')),
      }),
    );
  }),
  contentlink: textOrNothing((episode, text, { attributes, resolve }) => {
    const url = resolve(attributes.get('href'));
    if (url !== undefined && episode.contentLinks.length < mostOfAKind)
      episode.contentLinks.push({ url, text });
  }),
};

function openAlternateEnclosure(episode: EpisodeDraft, { attributes }: FeedElement): void {
  if (episode.alternateEnclosures.length >= mostOfAKind) return;
  episode.alternateEnclosures.push(
    withoutUndefined({
      type: plainMimeType(attributes.get('type')),
      bytes: readCount(attributes.get('length')),
      title: attributes.get('title')?.trim() || undefined,
      bitrate: readDecimal(attributes.get('bitrate')),
      language: attributes.get('lang')?.trim() || undefined,
      isDefault: readYesNo(attributes.get('default')) === true,
      sources: [],
    }),
  );
}
