import { chooseImage } from './choose-image.ts';
import { separateDuplicates } from './episode-identity.ts';
import type { FeedDraft } from './feed-draft.ts';
import type { ParsedEpisode, ParsedFeed } from './feed.ts';
import { htmlToText } from './html-to-text.ts';
import { plainPerson } from './plain-person.ts';
import { plainTitle } from './plain-title.ts';
import { uniqueNames } from './unique-names.ts';
import type { Warnings } from './warnings.ts';

const longestDescription = 10_000;

/** The feed of a draft and its episodes; `url` names a show that has no title. */
export function finishFeed(
  draft: FeedDraft,
  episodes: readonly ParsedEpisode[],
  { url, warnings }: { url: string; warnings: Warnings },
): ParsedFeed {
  const unique = separateDuplicates(episodes, (kind, identity) => warnings.add(kind, identity));
  for (const episode of unique) addFeedLanguage(episode, draft.language);
  const feed: ParsedFeed = {
    title: plainTitle(draft.title ?? draft.otherTitle ?? '') || nameOf(url),
    description: htmlToText(draft.description ?? draft.summary ?? draft.subtitle ?? '', longestDescription),
    categories: uniqueNames([...draft.categoryPaths.flat(), ...draft.categories]),
    kind: draft.isSerial ? 'serial' : 'episodic',
    fundings: draft.fundings,
    persons: draft.persons,
    episodes: unique,
    warnings: [],
  };
  addDetails(feed, draft);
  addExtras(feed, draft);
  feed.warnings = warnings.list();
  return feed;
}

/** The namespace's documents: a transcript without a language is in that of the feed. */
function addFeedLanguage(episode: ParsedEpisode, language: string | undefined): void {
  if (language === undefined) return;
  for (const transcript of episode.transcripts) transcript.language ??= language;
}

function addDetails(feed: ParsedFeed, draft: FeedDraft): void {
  const author = plainPerson(
    draft.itunesAuthor ?? draft.atomAuthor ?? draft.creator ?? draft.ownerName ?? draft.editor ?? '',
  );
  const imageUrl =
    chooseImage(draft.images) ??
    draft.itunesImage ??
    draft.rssImage ??
    draft.atomLogo ??
    draft.mediaImage ??
    draft.atomIcon;
  const frequency = draft.updateFrequency ?? (draft.isComplete ? { text: '', complete: true } : undefined);
  if (author !== '') feed.author = author;
  if (draft.link !== undefined) feed.link = draft.link;
  if (draft.language !== undefined) feed.language = draft.language;
  if (imageUrl !== undefined) feed.imageUrl = imageUrl;
  if (draft.explicit !== undefined) feed.explicit = draft.explicit;
  if (draft.medium !== undefined) feed.medium = draft.medium;
  if (draft.podcastGuid !== undefined) feed.podcastGuid = draft.podcastGuid;
  if (draft.newFeedUrl !== undefined) feed.newFeedUrl = draft.newFeedUrl;
  if (draft.nextPageUrl !== undefined) feed.nextPageUrl = draft.nextPageUrl;
  if (draft.firstPageUrl !== undefined) feed.firstPageUrl = draft.firstPageUrl;
  if (draft.copyright !== undefined) feed.copyright = plainTitle(draft.copyright);
  if (frequency) feed.updateFrequency = frequency;
}

function addExtras(feed: ParsedFeed, draft: FeedDraft): void {
  const owner = {
    ...(draft.ownerName === undefined ? {} : { name: draft.ownerName }),
    ...(draft.ownerEmail === undefined ? {} : { email: draft.ownerEmail }),
  };
  if (draft.categoryPaths.length > 0) feed.categoryPaths = draft.categoryPaths;
  if (draft.keywords.length > 0) feed.keywords = uniqueNames(draft.keywords);
  if (Object.keys(owner).length > 0) feed.owner = owner;
  if (draft.images.length > 0) feed.images = draft.images;
  if (draft.locations.length > 0) feed.locations = draft.locations;
  if (draft.license) feed.license = draft.license;
  if (draft.notes.length > 0) feed.notes = draft.notes;
  if (draft.podroll.length > 0) feed.podroll = draft.podroll;
  if (draft.publisher) feed.publisher = draft.publisher;
  if (draft.trailers.length > 0) feed.trailers = draft.trailers;
  if (draft.liveItems.length > 0) feed.liveItems = draft.liveItems;
  if (draft.acceptsValue) feed.acceptsValue = true;
  if (draft.usesPodping !== undefined) feed.usesPodping = draft.usesPodping;
  if (draft.locked !== undefined) feed.locked = draft.locked;
}

/** Host and last part of the path: better than no name for a show. */
function nameOf(url: string): string {
  const [, host = '', path = ''] = /^https?:\/\/(?:www\.)?([^/?#]+)([^?#]*)/i.exec(url) ?? [];
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  const name = last.replace(/\.(?:xml|rss|atom|rdf)$/i, '');
  return [host, name].filter((part) => part !== '').join(' · ') || url;
}
