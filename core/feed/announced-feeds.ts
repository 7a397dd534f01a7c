import { Parser } from 'htmlparser2';
import { resolveAddress } from './resolve-address.ts';

export interface AnnouncedFeed {
  readonly url: string;
  readonly title: string;
}

const feedTypes = /^application\/(?:rss|atom|rdf)\+xml\b|^(?:text|application)\/xml\b/i;
const mostFeeds = 50;

/**
 * The feeds a web page announces in its head (`<link rel="alternate" type="application/rss+xml" href="…">`, WHATWG HTML
 * section 4.6.6.1), in the page's order, each address once. Comments on articles are left out when anything else is there.
 */
export function announcedFeeds(html: string, pageUrl: string): AnnouncedFeed[] {
  const feeds = new Map<string, AnnouncedFeed>();
  let base = pageUrl;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const href = attributes.href ?? '';
        if (name === 'base') base = resolveAddress(href, pageUrl) ?? base;
        if (name !== 'link' || !isFeedLink(attributes)) return;
        const url = resolveAddress(href, base);
        if (url === undefined || feeds.size >= mostFeeds || feeds.has(url)) return;
        feeds.set(url, { url, title: (attributes.title ?? '').replace(/\s+/g, ' ').trim().slice(0, 300) });
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  const all = [...feeds.values()];
  const withoutComments = all.filter(({ url }) => !/\/comments\/feed\/?(?:$|\?)/.test(url));
  return withoutComments.length > 0 ? withoutComments : all;
}

function isFeedLink(attributes: Readonly<Record<string, string>>): boolean {
  const rels = (attributes.rel ?? '').toLowerCase().split(/\s+/);
  return (
    rels.includes('feed') || (rels.includes('alternate') && feedTypes.test((attributes.type ?? '').trim()))
  );
}
