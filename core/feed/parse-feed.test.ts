import { describe, expect, it } from 'vitest';
import type { ParsedFeed } from './feed.ts';
import { createFeedParser } from './parse-feed.ts';

const url = 'https://show.example/podcast/feed.xml';

function result(xml: string, pieceBytes = Number.POSITIVE_INFINITY) {
  const parser = createFeedParser({ url });
  const bytes = new TextEncoder().encode(xml);
  const size = Math.min(pieceBytes, Math.max(bytes.length, 1));
  for (let start = 0; start < bytes.length; start += size) parser.push(bytes.subarray(start, start + size));
  return parser.end();
}

function parse(xml: string): ParsedFeed {
  const parsed = result(xml);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

const codes = (feed: ParsedFeed): string[] => feed.warnings.map(({ code }) => code);
const item = (number: number, more = ''): string =>
  `<item><title>E${number}</title><enclosure url="https://a.example/${number}.mp3" type="audio/mpeg"/>${more}</item>`;
const rss = (inside: string): string => `<rss><channel><title>Show</title>${inside}</channel></rss>`;
const titles = (feed: ParsedFeed): string[] => feed.episodes.map(({ title }) => title);

describe('formats', () => {
  it('reads RSS 2.0', () => {
    const feed = parse(
      rss(`<link>https://show.example/</link><description>About &lt;b&gt;us&lt;/b&gt;</description><language>ru</language>
        <item><title>One</title><link>/one</link><guid isPermaLink="false">g1</guid><category>News</category>
        <pubDate>Wed, 27 Apr 2011 07:00:00 +0300</pubDate><author>a@b.example (Anna)</author>
        <enclosure url="one.mp3" length="1234" type="audio/mpeg; x=y"/></item>`),
    );
    expect(feed).toMatchObject({
      title: 'Show',
      link: 'https://show.example/',
      description: 'About us',
      language: 'ru',
    });
    expect(feed.episodes).toMatchObject([
      {
        identity: 'g1',
        guid: 'g1',
        title: 'One',
        link: 'https://show.example/one',
        author: 'Anna',
        categories: ['News'],
        publishedAt: Date.UTC(2011, 3, 27, 4),
        enclosure: { url: 'https://show.example/podcast/one.mp3', type: 'audio/mpeg', bytes: 1234 },
      },
    ]);
    expect(feed.warnings).toEqual([]);
  });

  it('reads RSS 1.0, whose items stand beside the channel', () => {
    const feed =
      parse(`<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old</title></channel>
      <item rdf:about="https://a.example/1"><title>One</title><dc:date>2005-01-02</dc:date><dc:creator>Anna</dc:creator></item></rdf:RDF>`);
    expect(feed.title).toBe('Old');
    expect(feed.episodes).toMatchObject([
      { identity: 'https://a.example/1', title: 'One', author: 'Anna', publishedAt: Date.UTC(2005, 0, 2) },
    ]);
  });

  it('reads Atom with xml:base, xhtml content and enclosures', () => {
    const feed =
      parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://b.example/x/"><title>Atom</title>
      <link rel="next" href="?page=2"/><entry><id>urn:1</id><title type="html">A &amp;amp; B</title><published>2026-01-02T03:04:05+01:00</published>
      <link href="1"/><link rel="enclosure" href="1.mp3" type="audio/mpeg" length="5"/><author><name>Anna</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="x">1 &lt; 2</p></div></content></entry></feed>`);
    expect(feed).toMatchObject({ title: 'Atom', language: 'en', nextPageUrl: 'https://b.example/x/?page=2' });
    expect(feed.episodes).toMatchObject([
      {
        identity: 'urn:1',
        title: 'A & B',
        link: 'https://b.example/x/1',
        enclosure: { url: 'https://b.example/x/1.mp3', type: 'audio/mpeg', bytes: 5 },
        notesHtml: '<div><p class="x">1 &lt; 2</p></div>',
        teaser: '1 < 2',
      },
    ]);
  });

  it('knows namespaces by address, under any prefix, misspelt or undeclared', () => {
    const declared = `<rss xmlns:x="HTTPS://www.itunes.com/DTDs/Podcast-1.0.dtd/"><channel>${item(1, '<x:season>4</x:season>')}</channel></rss>`;
    expect(parse(declared).episodes[0]?.season).toBe(4);
    expect(parse(rss(item(1, '<itunes:season>5</itunes:season>'))).episodes[0]?.season).toBe(5);
    const foreign = `<rss xmlns:itunes="https://other.example/"><channel>${item(1, '<itunes:season>6</itunes:season>')}</channel></rss>`;
    expect(parse(foreign).episodes[0]?.season).toBeUndefined();
    const onElement = rss(
      item(1, '<q:season xmlns:q="http://www.itunes.com/dtds/podcast-1.0.dtd">7</q:season>'),
    );
    expect(parse(onElement).episodes[0]?.season).toBe(7);
    for (const uri of [
      'https://podcastindex.org/namespace/1.0',
      'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md',
    ]) {
      const xml = `<rss xmlns:p="${uri}"><channel><p:medium>music</p:medium></channel></rss>`;
      expect(parse(xml).medium).toBe('music');
    }
  });

  it('takes the sample show for what it is, and lets no other feed into it', () => {
    const parser = createFeedParser({ url: 'earmark:sample/feed.xml' });
    parser.push(new TextEncoder().encode(rss('<item><title>A</title><enclosure url="a.mp3"/></item>')));
    const parsed = parser.end();
    expect(parsed.ok && parsed.value.episodes[0]?.enclosure?.url).toBe('earmark:sample/a.mp3');
    const intruder = parse(
      rss(
        '<item><title>A</title><enclosure url="earmark:sample/a.mp3"/><link>javascript:alert(1)</link></item>',
      ),
    );
    expect(intruder.episodes[0]).not.toHaveProperty('enclosure');
    expect(intruder.episodes[0]).not.toHaveProperty('link');
  });
});

describe('broken feeds', () => {
  it('keeps every episode when tags are left open, and says what was lost', () => {
    const feed = parse(
      `<rss><channel><title>Show<item><title>E1<enclosure url="https://a.example/1.mp3"><item><title>E2</title></b>
       <description>text <b>bold<br> more</description><guid>g2</guid></item><item><title>E3 & co</title><link>https://a.example/3`,
    );
    expect(titles(feed)).toEqual(['E1', 'E2', 'E3 & co']);
    expect(feed.title).toBe('Show');
    expect(feed.episodes[1]?.notesHtml).toBe('text <b>bold<br> more</b>');
    expect(feed.episodes[1]?.identity).toBe('g2');
    expect(codes(feed)).toEqual(
      expect.arrayContaining(['xml-broken', 'xml-cut-short', 'episode-without-enclosure']),
    );
  });

  it('reads a feed after noise, and gives the same in pieces of any size', () => {
    const xml = `<br />\n<b>Warning</b>: x\n<?xml version="1.0"?>${rss(item(1, '<description>Öl &amp;amp; Эхо</description>') + item(2))}`;
    const whole = result(xml);
    expect(whole.ok && titles(whole.value)).toEqual(['E1', 'E2']);
    for (const size of [1, 2, 3, 7, 64]) expect(result(xml, size)).toEqual(whole);
  });

  it('drops items that say nothing and names those without a title', () => {
    const feed = parse(
      rss(`<item/><item><description>A word.</description></item><item><enclosure url="/a%20b.mp3"/></item>`),
    );
    expect(titles(feed)).toEqual(['A word.', 'a b.mp3']);
    expect(codes(feed)).toContain('empty-item');
  });

  it('tells pages, nothing and other things from feeds', () => {
    expect(result('')).toMatchObject({ ok: false, error: { code: 'feed-empty' } });
    expect(result(' \n')).toMatchObject({ ok: false, error: { code: 'feed-empty' } });
    expect(result('<!DOCTYPE html><p>Hi')).toMatchObject({ ok: false, error: { code: 'feed-is-web-page' } });
    expect(result('{"version":"1"}')).toMatchObject({ ok: false, error: { code: 'feed-unreadable' } });
    expect(result('<svg/>')).toMatchObject({ ok: false, error: { code: 'feed-unreadable' } });
    expect(result(rss(''))).toMatchObject({ ok: true, value: { title: 'Show', episodes: [] } });
  });

  it('finds the feeds a page announces', () => {
    const parser = createFeedParser({ url: 'https://a.example/show' });
    parser.push(
      new TextEncoder().encode(`<html><head><base href="https://b.example/"><link rel=stylesheet href=x.css>
        <link rel="Alternate" type="application/rss+xml" title="Our &amp; show" href="/feed">
        <link rel=alternate type=application/atom+xml href=atom.xml><link rel="alternate" hreflang="ru" href="/ru">
        <link rel=alternate type=application/rss+xml href="javascript:alert(1)"></head>`),
    );
    expect(parser.end().ok).toBe(false);
    expect(parser.announcedFeeds()).toEqual([
      { url: 'https://b.example/feed', title: 'Our & show' },
      { url: 'https://b.example/atom.xml', title: '' },
    ]);
  });
});

describe('hostile feeds', () => {
  const lol = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
  ).join('');
  const hostile: readonly (readonly [string, string])[] = [
    [
      'a billion laughs',
      `<!DOCTYPE r [<!ENTITY l0 "lol">${lol}]>${rss(item(1, '<description>&l9;</description>'))}`,
    ],
    [
      'one long entity used often',
      `<!DOCTYPE r [<!ENTITY a "${'a'.repeat(50_000)}">]>${rss(item(1, `<description>${'&a;'.repeat(50_000)}</description>`))}`,
    ],
    [
      'an entity from a file',
      `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item(1, '<description>&x;</description>'))}`,
    ],
    ['100,000 nested tags', rss(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}${item(1)}`)],
    ['100,000 nested tags left open', `<rss><channel>${item(1)}${'<a>'.repeat(100_000)}`],
    ['100,000 end tags of nothing', rss(`${'</x>'.repeat(100_000)}${item(1)}`)],
    ['nested notes', rss(item(1, `<description>${'<div>'.repeat(100_000)}</description>`))],
    [
      '100,000 attributes',
      rss(item(1, `<a ${Array.from({ length: 100_000 }, (_, index) => `a${index}="x"`).join(' ')}/>`)),
    ],
    ['an attribute full of >', rss(item(1, `<a b="${'>'.repeat(1_000_000)}"/>`))],
    ['a million ampersands', rss(item(1, `<description>${'&'.repeat(1_000_000)}</description>`))],
    ['a million <', rss(item(1, `<description><![CDATA[${'<'.repeat(1_000_000)}]]></description>`))],
    ['a title of a million words', rss(item(1, `<itunes:title>${'word '.repeat(1_000_000)}</itunes:title>`))],
    [
      'namespaces on every tag',
      rss(item(1, Array.from({ length: 20_000 }, (_, index) => `<a xmlns:x${index}="y${index}">`).join(''))),
    ],
    ['categories without end', rss(`<itunes:category text="a">`.repeat(50_000) + item(1))],
  ];

  it.each(hostile)('%s does no harm, and ends', (_name, xml) => {
    const parsed = result(xml, 65_536);
    expect(parsed.ok).toBe(true);
    if (!parsed.ok) return;
    expect(parsed.value.episodes.length).toBeLessThanOrEqual(1);
    expect(JSON.stringify(parsed.value).length).toBeLessThan(xml.length * 6 + 2000);
    expect(JSON.stringify(parsed.value)).not.toMatch(/lollol|root:/);
  });

  it('never throws on bytes of any kind', () => {
    let state = 1;
    const random = () => (state = (state * 48_271) % 2_147_483_647);
    const template = new TextEncoder().encode(
      rss(item(1, '<itunes:duration>1:2:3</itunes:duration><![CDATA[x]]>') + item(2)),
    );
    for (let round = 0; round < 500; round += 1) {
      const bytes = template.slice();
      for (let change = 0; change < 8; change += 1) bytes[random() % bytes.length] = random() % 256;
      const parser = createFeedParser({
        url,
        contentType: round % 2 ? `text/xml; charset=${round}` : undefined,
      });
      parser.push(bytes.subarray(0, random() % bytes.length));
      parser.push(bytes);
      expect(() => parser.end()).not.toThrow();
    }
  });
});
