import { parseDuration } from '../../duration.ts';
import { decodeCategories } from '../read-categories.ts';
import { readCount } from '../read-number.ts';
import { readYesNo } from '../read-yes-no.ts';
import type { FeedDraft } from '../feed-draft.ts';
import {
  attributesReader,
  markupReader,
  textReader,
  type ElementReader,
  type Namespace,
} from './namespace.ts';

/** Apple nests two levels; a hostile feed could nest for ever. */
const deepestCategory = 4;

function categoryReader(level: number): ElementReader<FeedDraft> {
  return {
    open: (feed, { attributes }) => {
      const name = attributes.get('text')?.trim() ?? '';
      feed.openCategories.splice(level);
      if (name !== '') feed.openCategories.push(name);
      const path = [...feed.openCategories];
      const parent = feed.categoryPaths[feed.categoryPaths.length - 1];
      if (name === '') return;
      const continuesParent =
        level > 0 && parent?.length === level && parent.every((part, index) => part === path[index]);
      if (continuesParent) feed.categoryPaths.pop();
      feed.categoryPaths.push(path);
    },
    ...(level + 1 < deepestCategory ? { children: { 'itunes:category': categoryReader(level + 1) } } : {}),
  };
}

const episodeTypes = ['full', 'trailer', 'bonus'] as const;

/** Apple's podcast tags (help.apple.com/itc/podcasts_connect, "Podcast RSS feed requirements"). */
export const itunes: Namespace = {
  prefix: 'itunes',
  uris: [
    'itunes.com/dtds/podcast-1.0.dtd',
    'itunes.apple.com/dtds/podcast-1.0.dtd',
    'itunes.com/dtds/podcast-1.0',
  ],
  feed: {
    title: textReader((feed, text) => (feed.otherTitle ??= text)),
    author: textReader((feed, text) => (feed.itunesAuthor ??= text)),
    summary: markupReader((feed, html) => (feed.summary ??= html)),
    subtitle: textReader((feed, text) => (feed.subtitle ??= text)),
    image: attributesReader(
      (feed, attributes, element) =>
        (feed.itunesImage ??= element.resolve(attributes.get('href') ?? attributes.get('url'))),
    ),
    category: categoryReader(0),
    keywords: textReader((feed, text) => feed.keywords.push(...decodeCategories(text))),
    explicit: textReader((feed, text) => (feed.explicit ??= readYesNo(text))),
    type: textReader((feed, text) => (feed.isSerial = text.toLowerCase() === 'serial')),
    complete: textReader((feed, text) => (feed.isComplete = readYesNo(text) === true)),
    'new-feed-url': textReader((feed, text, element) => (feed.newFeedUrl ??= element.resolve(text))),
    owner: {
      children: {
        'itunes:name': textReader((feed, text) => (feed.ownerName ??= text)),
        'itunes:email': textReader((feed, text) => (feed.ownerEmail ??= text)),
      },
    },
  },
  episode: {
    title: textReader((episode, text) => (episode.otherTitle ??= text)),
    author: textReader((episode, text) => (episode.itunesAuthor ??= text)),
    summary: markupReader((episode, html) => (episode.summary ??= html)),
    subtitle: markupReader((episode, html) => (episode.subtitle ??= html)),
    duration: textReader((episode, text) => (episode.durationMs ??= parseDuration(text))),
    season: textReader((episode, text) => (episode.season ??= readCount(text))),
    episode: textReader((episode, text) => (episode.episodeNumber ??= readCount(text))),
    episodetype: textReader((episode, text) => {
      episode.episodeType ??= episodeTypes.find((type) => type === text.toLowerCase());
    }),
    explicit: textReader((episode, text) => (episode.explicit ??= readYesNo(text))),
    image: attributesReader(
      (episode, attributes, element) =>
        (episode.itunesImage ??= element.resolve(attributes.get('href') ?? attributes.get('url'))),
    ),
  },
};
