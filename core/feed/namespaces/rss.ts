import { decodeCategories } from '../read-categories.ts';
import { readEnclosure } from '../read-enclosure.ts';
import { attributesReader, markupReader, textReader, type Namespace } from './namespace.ts';

/** RSS 0.9x, 2.0 (rssboard.org/rss-specification) and the elements RSS 1.0 shares with them. */
export const rss: Namespace = {
  prefix: '',
  uris: [
    'purl.org/rss/1.0',
    'my.netscape.com/rdf/simple/0.9',
    'channel.netscape.com/rdf/simple/0.9',
    'backend.userland.com/rss',
    'backend.userland.com/rss2',
    'blogs.law.harvard.edu/tech/rss',
    'cyber.law.harvard.edu/rss/rss.html',
    'my.netscape.com/publish/formats/rss-0.91.dtd',
    'rssboard.org/rss-specification',
  ],
  feed: {
    title: textReader((feed, text) => (feed.title ??= text)),
    link: textReader((feed, text, element) => (feed.link ??= element.resolve(text))),
    description: markupReader((feed, html) => (feed.description ??= html)),
    language: textReader((feed, text) => (feed.language ??= text)),
    copyright: textReader((feed, text) => (feed.copyright ??= text)),
    managingeditor: textReader((feed, text) => (feed.editor ??= text)),
    category: textReader((feed, text) => feed.categories.push(...decodeCategories(text))),
    image: {
      // RSS 1.0 has an image beside the channel and, inside it, one that only points to it.
      children: { url: textReader((feed, text, element) => (feed.rssImage ??= element.resolve(text))) },
    },
  },
  episode: {
    title: textReader((episode, text) => (episode.title ??= text)),
    link: textReader((episode, text, element) => (episode.link ??= element.resolve(text))),
    description: markupReader((episode, html) => (episode.description ??= html)),
    author: textReader((episode, text) => (episode.author ??= text)),
    pubdate: textReader((episode, text) => (episode.published ??= text)),
    category: textReader((episode, text) => episode.categories.push(...decodeCategories(text))),
    guid: textReader((episode, text, element) => {
      if (episode.guid !== undefined) return;
      episode.guid = text;
      const isPermaLink = element.attributes.get('ispermalink')?.toLowerCase();
      const isAddress = isPermaLink === 'true' || (isPermaLink === undefined && /^https?:\/\//i.test(text));
      if (isAddress) episode.guidLink = element.resolve(text);
    }),
    enclosure: attributesReader((episode, _attributes, element) => {
      const enclosure = readEnclosure(element, { url: 'url', bytes: 'length' });
      if (enclosure) episode.enclosures.push(enclosure);
    }),
  },
};
