import type { RemoteItem } from '../feed.ts';
import type { FeedDraft } from '../feed-draft.ts';
import { parseDate } from '../parse-date.ts';
import { readEnclosure } from '../read-enclosure.ts';
import { readCount } from '../read-number.ts';
import { readYesNo } from '../read-yes-no.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { attributesReader, textReader, type ElementTable, type FeedElement } from './namespace.ts';
import { mostOfAKind, podcastShared, textOrNothing } from './podcast-shared.ts';

/** Elements of the podcast namespace in a channel; podcast:liveItem is an item of its own (see `feed-reader.ts`). */
export const podcastFeed: ElementTable<FeedDraft> = {
  ...podcastShared,
  guid: textReader((feed, text) => (feed.podcastGuid ??= text)),
  medium: textReader((feed, text) => (feed.medium ??= text.toLowerCase())),
  locked: textReader((feed, text) => (feed.locked ??= readYesNo(text))),
  podping: attributesReader(
    (feed, attributes) => (feed.usesPodping ??= readYesNo(attributes.get('usespodping'))),
  ),
  updatefrequency: textOrNothing((feed, text, { attributes }) => {
    const complete = readYesNo(attributes.get('complete')) === true;
    const rrule = attributes.get('rrule')?.trim();
    feed.updateFrequency ??= { text, complete, ...(rrule ? { rrule } : {}) };
  }),
  trailer: textReader((feed, title, element) => {
    const enclosure = readEnclosure(element, { url: 'url', bytes: 'length' });
    if (!enclosure || feed.trailers.length >= mostOfAKind) return;
    const publishedAt = parseDate(element.attributes.get('pubdate') ?? '');
    feed.trailers.push(
      withoutUndefined({
        ...enclosure,
        title,
        publishedAt,
        season: readCount(element.attributes.get('season')),
      }),
    );
  }),
  podroll: {
    children: {
      'podcast:remoteitem': attributesReader((feed, _attributes, element) => {
        if (feed.podroll.length < mostOfAKind) feed.podroll.push(readRemoteItem(element));
      }),
    },
  },
  publisher: {
    children: {
      'podcast:remoteitem': attributesReader((feed, _attributes, element) => {
        feed.publisher ??= readRemoteItem(element);
      }),
    },
  },
};

function readRemoteItem({ attributes, resolve }: FeedElement): RemoteItem {
  const text = (name: string) => attributes.get(name)?.trim() || undefined;
  return withoutUndefined({
    feedGuid: text('feedguid'),
    feedUrl: resolve(attributes.get('feedurl')),
    itemGuid: text('itemguid'),
    medium: text('medium'),
    title: text('title'),
  });
}
