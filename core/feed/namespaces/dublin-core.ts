import { textReader, type Namespace } from './namespace.ts';

/** Dublin Core (purl.org/dc/elements/1.1): who and when in RSS 1.0, and in many RSS 2.0 feeds. */
export const dublinCore: Namespace = {
  prefix: 'dc',
  uris: ['purl.org/dc/elements/1.1', 'purl.org/dc/elements/1.0'],
  feed: {
    title: textReader((feed, text) => (feed.otherTitle ??= text)),
    creator: textReader((feed, text) => (feed.creator ??= text)),
    publisher: textReader((feed, text) => (feed.editor ??= text)),
    language: textReader((feed, text) => (feed.language ??= text)),
    rights: textReader((feed, text) => (feed.copyright ??= text)),
  },
  episode: {
    title: textReader((episode, text) => (episode.otherTitle ??= text)),
    creator: textReader((episode, text) => (episode.creator ??= text)),
    date: textReader((episode, text) => (episode.otherDate ??= text)),
  },
};
