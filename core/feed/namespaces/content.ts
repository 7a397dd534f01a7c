import { markupReader, type Namespace } from './namespace.ts';

/** content:encoded (purl.org/rss/1.0/modules/content): the full notes as HTML. */
export const content: Namespace = {
  prefix: 'content',
  uris: ['purl.org/rss/1.0/modules/content'],
  feed: { encoded: markupReader((feed, html) => (feed.summary ??= html)) },
  episode: { encoded: markupReader((episode, html) => (episode.content ??= html)) },
};
