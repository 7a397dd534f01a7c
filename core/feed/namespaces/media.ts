import { readEnclosure } from '../read-enclosure.ts';
import { readDecimal } from '../read-number.ts';
import type { EpisodeDraft } from '../episode-draft.ts';
import {
  attributesReader,
  markupReader,
  textReader,
  type ElementReader,
  type ElementTable,
  type FeedElement,
  type Namespace,
} from './namespace.ts';

const thumbnail: ElementReader<{ mediaImage: string | undefined }> = attributesReader(
  (draft, attributes, element) => (draft.mediaImage ??= element.resolve(attributes.get('url'))),
);

const details: ElementTable<EpisodeDraft> = {
  thumbnail,
  title: textReader((episode, text) => (episode.otherTitle ??= text)),
  description: markupReader((episode, html) => (episode.mediaDescription ??= html)),
};

/** Children of media:group and media:content are in this namespace too. */
const nested: ElementTable<EpisodeDraft> = Object.fromEntries(
  Object.entries(details).map(([name, reader]) => [`media:${name}`, reader]),
);

const content: ElementReader<EpisodeDraft> = { open: readContent, children: nested };

/** Media RSS (rssboard.org/media-rss). */
export const media: Namespace = {
  prefix: 'media',
  uris: [
    'search.yahoo.com/mrss',
    'video.search.yahoo.com/mrss',
    'rssboard.org/media-rss',
    'tools.search.yahoo.com/mrss',
  ],
  feed: { thumbnail },
  episode: { ...details, content, group: { children: { ...nested, 'media:content': content } } },
};

function readContent(episode: EpisodeDraft, element: FeedElement): void {
  const enclosure = readEnclosure(element, { url: 'url', bytes: 'filesize' });
  if (!enclosure || episode.mediaContents.length >= 20) return;
  const { attributes } = element;
  const seconds = readDecimal(attributes.get('duration'));
  episode.mediaContents.push({
    ...enclosure,
    medium: attributes.get('medium')?.trim().toLowerCase() ?? '',
    isDefault: attributes.get('isdefault')?.trim().toLowerCase() === 'true',
    ...(seconds ? { durationMs: Math.round(seconds * 1000) } : {}),
  });
}
