import { readEnclosure } from '../read-enclosure.ts';
import type { EpisodeDraft } from '../episode-draft.ts';
import type { FeedDraft } from '../feed-draft.ts';
import {
  attributesReader,
  markupReader,
  textReader,
  type ElementReader,
  type FeedElement,
  type Namespace,
} from './namespace.ts';

const authorReader = <Draft extends { author?: string | undefined } | { atomAuthor?: string | undefined }>(
  keep: (draft: Draft, name: string) => void,
): ElementReader<Draft> => ({ children: { name: textReader(keep) } });

const categoryReader: ElementReader<{ categories: string[] }> = attributesReader((draft, attributes) => {
  const category = (attributes.get('label') ?? attributes.get('term') ?? '').trim();
  if (category !== '') draft.categories.push(category);
});

/** Atom 1.0 (RFC 4287), 0.3, and the atom:link of RSS feeds: pages (RFC 5005), payment, enclosures. */
export const atom: Namespace = {
  prefix: 'atom',
  uris: ['w3.org/2005/atom', 'purl.org/atom/ns', 'purl.org/atom/app'],
  feed: {
    title: textReader((feed, text) => (feed.title ??= text)),
    subtitle: markupReader((feed, html) => (feed.description ??= html)),
    tagline: markupReader((feed, html) => (feed.description ??= html)),
    rights: textReader((feed, text) => (feed.copyright ??= text)),
    logo: textReader((feed, text, element) => (feed.atomLogo ??= element.resolve(text))),
    icon: textReader((feed, text, element) => (feed.atomIcon ??= element.resolve(text))),
    author: authorReader<FeedDraft>((feed, name) => (feed.atomAuthor ??= name)),
    category: categoryReader,
    link: attributesReader(readFeedLink),
  },
  episode: {
    title: textReader((episode, text) => (episode.title ??= text)),
    id: textReader((episode, text) => (episode.guid ??= text)),
    published: textReader((episode, text) => (episode.published ??= text)),
    issued: textReader((episode, text) => (episode.published ??= text)),
    created: textReader((episode, text) => (episode.otherDate ??= text)),
    updated: textReader((episode, text) => (episode.updated ??= text)),
    modified: textReader((episode, text) => (episode.updated ??= text)),
    summary: markupReader((episode, html) => (episode.description ??= html)),
    content: markupReader((episode, html) => (episode.content ??= html)),
    author: authorReader<EpisodeDraft>((episode, name) => (episode.author ??= name)),
    category: categoryReader,
    link: attributesReader(readEpisodeLink),
  },
};

function readFeedLink(feed: FeedDraft, attributes: FeedElement['attributes'], element: FeedElement): void {
  const url = element.resolve(attributes.get('href'));
  if (url === undefined) return;
  switch (relOf(attributes)) {
    case 'alternate':
      feed.link ??= url;
      break;
    case 'next':
      feed.nextPageUrl ??= url;
      break;
    case 'first':
      feed.firstPageUrl ??= url;
      break;
    case 'payment':
      feed.fundings.push({ url, text: attributes.get('title')?.trim() ?? '' });
      break;
  }
}

function readEpisodeLink(
  episode: EpisodeDraft,
  attributes: FeedElement['attributes'],
  element: FeedElement,
): void {
  const url = element.resolve(attributes.get('href'));
  if (url === undefined) return;
  switch (relOf(attributes)) {
    case 'alternate':
      episode.link ??= url;
      break;
    case 'enclosure': {
      const enclosure = readEnclosure(element, { url: 'href', bytes: 'length' });
      if (enclosure) episode.enclosures.push(enclosure);
      break;
    }
    case 'payment':
      episode.fundings.push({ url, text: attributes.get('title')?.trim() ?? '' });
      break;
  }
}

/** RFC 4287 section 4.2.7.2: no rel means alternate. */
const relOf = (attributes: FeedElement['attributes']): string =>
  attributes.get('rel')?.trim().toLowerCase() || 'alternate';
