import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ParsedEpisode, ParsedFeed } from './feed.ts';
import { htmlToText } from './html-to-text.ts';
import { parseOpml, type OpmlList } from './opml.ts';
import { createFeedParser } from './parse-feed.ts';

const corpora = process.env.EARMARK_CORPORA ?? path.resolve(import.meta.dirname, '../../../shared/corpora');
const isThere = existsSync(corpora);

const filesIn = (folder: string, ending: string): string[] =>
  isThere
    ? readdirSync(path.join(corpora, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith(ending),
      )
    : [];

function parseFile(file: string, options: { url?: string; contentType?: string } = {}): ParsedFeed {
  const parser = createFeedParser({ url: '', ...options });
  parser.push(readFileSync(path.join(corpora, file)));
  const result = parser.end();
  if (!result.ok) throw new Error(`${file}: ${result.error.code} ${result.error.detail ?? ''}`);
  return result.value;
}

/** Their tests read from a folder; ours must be a web address. */
const theirBase = 'file://tests/data/';
const ourBase = 'https://feeds.example/data/';
const asOurs = (address: string): string =>
  address.replace(theirBase, ourBase).replace(/^file:\/\/tests\//, 'https://feeds.example/');

interface TheirEpisode {
  guid: string;
  title: string;
  link: string;
  description: string;
  published: number;
  total_time: number;
  enclosures: { url: string; mime_type: string; file_size: number }[];
  [key: string]: unknown;
}

/** Ours keep every item; theirs leave out those with neither enclosure nor guid, and those without a name of their own. */
const theyDropped: Readonly<Record<string, readonly string[]>> = {
  'no_enclosure.rss': ['B'],
  'no_title_multi_enclosure.rss': ['test.mp3'],
};

describe.runIf(isThere)('podcastparser (needs EARMARK_CORPORA)', () => {
  const files = filesIn('podcastparser', '.rss');

  it('is complete', () => {
    expect(files).toHaveLength(35);
  });

  it.each(files)('%s', (name) => {
    const expected = JSON.parse(
      readFileSync(path.join(corpora, 'podcastparser', name.replace('.rss', '.json')), 'utf8'),
    ) as Record<string, unknown> & { episodes: TheirEpisode[] };
    const feed = parseFile(`podcastparser/${name}`, { url: ourBase + name });
    expectSameShow(feed, expected, name);
    const limit = name === 'max_episodes.rss' ? 1 : undefined; // their option max_episodes
    const ours = feed.episodes
      .slice(0, limit)
      .filter(({ title }) => theyDropped[name]?.includes(title) !== true);
    expect(ours.length).toBe(expected.episodes.length);
    for (const theirs of expected.episodes) {
      const guid = asOurs(theirs.guid);
      const same = ours.find((episode) =>
        [resolved(episode.identity), episode.identity, episode.link].includes(guid),
      );
      expect(same, guid).toBeDefined();
      expectSameEpisode(same!, theirs);
    }
  });
});

const resolved = (address: string): string => new URL(address, ourBase).href;

function expectSameShow(feed: ParsedFeed, expected: Record<string, unknown>, name: string): void {
  const readers: Record<string, (feed: ParsedFeed) => unknown> = {
    // They name a show without a title after its file, we after its address.
    title: ({ title }) => (title.endsWith(name.replace('.rss', '')) ? name.replace('.rss', '') : title),
    description: ({ description }) => description,
    link: ({ link }) => link,
    language: ({ language }) => language,
    cover_url: ({ imageUrl }) => imageUrl,
    explicit: ({ explicit }) => explicit,
    type: ({ kind }) => kind,
    itunes_categories: ({ categoryPaths }) => categoryPaths,
    itunes_keywords: ({ keywords }) => keywords,
    itunes_owner: ({ owner }) => owner,
    paged_feed_first: ({ firstPageUrl }) => firstPageUrl,
    paged_feed_next: ({ nextPageUrl }) => nextPageUrl,
    import_prohibited: ({ locked }) => locked,
  };
  for (const [key, value] of Object.entries(expected)) {
    if (key === 'episodes') continue;
    expect(readers[key]?.(feed), key).toEqual(typeof value === 'string' ? asOurs(value) : value);
  }
}

function expectSameEpisode(ours: ParsedEpisode, theirs: TheirEpisode): void {
  const readers: Record<string, (value: unknown) => void> = {
    guid: () => undefined,
    title: (value) => expect(ours.title).toBe(value),
    // A guid that is no address and does not say it is a permalink is not made a link here.
    link: (value) =>
      expect([resolved(ours.guid ?? ourBase), ours.link ?? '']).toContain(asOurs(value as string)),
    // Their one description is in ours the teaser or the text of the notes.
    description: (value) => expect([ours.teaser, htmlToText(ours.notesHtml)]).toContain(value),
    description_html: (value) => expect(ours.notesHtml).toBe(value),
    subtitle: () => undefined, // only one of the sources of our teaser
    published: (value) => expect((ours.publishedAt ?? 0) / 1000).toBe(value),
    total_time: (value) => expect((ours.durationMs ?? 0) / 1000).toBe(value),
    payment_url: (value) => expect(ours.fundings?.[0]?.url ?? null).toBe(value),
    episode_art_url: (value) => expect(ours.imageUrl).toBe(value),
    itunes_author: (value) => expect(ours.author).toBe(value),
    season: (value) => expect(ours.season).toBe(value),
    number: (value) => expect(ours.episodeNumber).toBe(value),
    type: (value) => expect(ours.episodeType).toBe(value),
    persons: (value) => expect(ours.persons.map(asTheirPerson)).toEqual(value),
    enclosures: (value) => {
      const [first] = value as TheirEpisode['enclosures'];
      expect(ours.enclosure?.url).toBe(first && asOurs(first.url));
      expect(ours.enclosure?.bytes ?? -1).toBe(first?.file_size ?? -1);
      expect(ours.enclosure?.type || 'application/octet-stream').toBe(
        first?.mime_type ?? 'application/octet-stream',
      );
    },
  };
  for (const [key, value] of Object.entries(theirs)) {
    expect(readers[key], `no rule for ${key}`).toBeDefined();
    readers[key]!(value);
  }
}

const asTheirPerson = ({ name, role, group, link, imageUrl }: ParsedEpisode['persons'][number]) => ({
  name,
  role,
  group,
  href: link ?? null,
  img: imageUrl ?? null,
});

/** What `Expect:` says about the text; the rest of those lines is about their report of the encoding. */
const expectedText: Readonly<Record<string, string>> = {
  'demoronize-2.xml': 'don’t',
  'euc-kr-item.xml': '\ub144',
  'http_text_xml_charset_2.xml': 'This is a £“test.”',
  'http_text_xml_charset_overrides_encoding_2.xml': 'This is a £“test.”',
  'http_i18n.xml': 'Iñtërnâtiônàlizætiøn',
  'bozo_http_i18n.xml': 'Iñtërnâtiônàlizætiøn',
};

/**
 * Twice encoded text (`&#226;&#128;&#166;` for …) is shown as written: their parser guesses, and a wrong guess would change
 * text that is right. `bozo_linenoise` expects such a guess too: here its UTF-8 is read as UTF-8.
 */
const notGuessed = ['bozo_double-encoded-html.xml', 'double-encoded-html.xml', 'bozo_linenoise.xml'];

describe.runIf(isThere)('feedparser encodings (needs EARMARK_CORPORA)', () => {
  const files = filesIn('feedparser-encoding', '.xml');

  it('is complete', () => {
    expect(files).toHaveLength(41);
  });

  it.each(files)('%s', (name) => {
    const head = readFileSync(path.join(corpora, 'feedparser-encoding', name))
      .toString('latin1')
      .replaceAll('\0', '');
    const contentType = /Header:\s+Content-type:\s*(.+)/.exec(head)?.[1];
    const feed = parseFile(`feedparser-encoding/${name}`, contentType === undefined ? {} : { contentType });
    const text = feed.title + feed.episodes.map(({ notesHtml }) => notesHtml).join('');
    if (name !== 'bozo_linenoise.xml') expect(text).not.toContain('\ufffd'); // holds one byte that is nothing
    const expected = expectedText[name];
    if (expected !== undefined) expect(text).toContain(expected);
    if (notGuessed.includes(name)) expect(feed.episodes).toHaveLength(1);
  });
});

/** `Eval:` lines are Python expressions over their result; these read ours the same way. */
function evaluate(expression: string, list: OpmlList): boolean {
  const { head, outlines, rejected } = list;
  const lists = rejected.filter(({ reason }) => reason === 'list-not-feed');
  const pages = rejected.filter(({ reason }) => reason === 'page-not-feed');
  const feed = outlines[0];
  const rules: readonly (readonly [RegExp, (...groups: string[]) => boolean])[] = [
    [/^result\['bozo'\] == 0$/, () => true], // a list that could not be read fails before
    [/^result\['version'\] == 'opml(1?)'$/, (one) => head.version === (one === '1' ? '1.1' : '')],
    [/^len\(result\['feeds'\]\) == (\d)$/, (count) => outlines.length === Number(count)],
    [/^len\(result\['lists'\]\) == (\d)$/, (count) => lists.length === Number(count)],
    [/^len\(result\['opportunities'\]\) == (\d)$/, (count) => pages.length === Number(count)],
    [/^result\['feeds'\]\[0\]\['url'\] == '(.*)'$/, (url) => feed?.feedUrl === url],
    [/^result\['feeds'\]\[0\]\['title'\] == '(.*)'$/, (title) => feed?.title === title],
    [/^result\['lists'\]\[0\]\['title'\] == '(.*)'$/, (title) => lists[0]?.text === title],
    // We tell that an entry is a list or a page and what it is called; where it leads is not followed.
    [/^result\['(?:lists|opportunities)'\]\[0\]\['url'\] == /, () => lists.length + pages.length === 1],
    [
      /^\['?([^\]]*?)'?\] in result\['feeds'\]\[0\]\['categories'\]$|^"?\["(.*)"\] in result/,
      (path, quoted) => hasCategory(feed, path || quoted),
    ],
    [/^result\['feeds'\]\[0\]\['categories'\]\[0\] == \['(.*)'\]$/, (path) => hasCategory(feed, path)],
    [/^['"](.*)['"] in result\['feeds'\]\[0\]\['tags'\]$/, (tag) => hasCategory(feed, tag)],
    [/^result\['feeds'\]\[0\]\['tags'\] == \['(.*)'\]$/, (tag) => feed?.categories.join() === tag],
    [
      /^len\(result\['feeds'\]\[0\]\['categories'\]\) == (\d)$/,
      (count) => feed?.categories.length === Number(count),
    ],
    // Theirs counts categories of one level as tags too.
    [/^len\(result\['feeds'\]\[0\]\['tags'\]\) == (\d)$/, (count) => singles(feed).length === Number(count)],
    [/^result\['meta'\]\['title'\] == '(.*)'$/, (title) => head.title === title],
    [/^result\['meta'\]\['author'\]\['name'\] == '(.*)'$/, (name) => head.ownerName === name],
    [/^result\['meta'\]\['author'\]\['email'\] == '(.*)'$/, (email) => head.ownerEmail === email],
    [/^result\['meta'\]\['author'\]\['url'\] == '(.*)'$/, (id) => head.ownerId === id],
    [/^result\['meta'\]\['created'\] == '(.*)'$/, (date) => head.createdAt === Date.parse(date)],
    [/^result\['meta'\]\['modified'\] == '(.*)'$/, (date) => head.modifiedAt === Date.parse(date)],
    [
      /^result\['meta'\](?:\['|.get\(')(?:created|modified)_parsed/,
      () => (head.createdAt ?? head.modifiedAt) !== undefined,
    ],
    [/^'\w+' not in result\['meta'\]$/, () => Object.keys(head).join() === 'version'],
  ];
  const found = rules.flatMap(([pattern, holds]) => {
    const groups = pattern.exec(expression);
    return groups ? [holds(...groups.slice(1))] : [];
  });
  if (found.length === 0) throw new Error(`no rule reads: ${expression}`);
  return found.every(Boolean);
}

type Outline = OpmlList['outlines'][number] | undefined;

const singles = (feed: Outline): string[] =>
  (feed?.categories ?? []).filter((category) => !category.includes('/'));

/** `'a', 'b'` is the path a/b. */
const hasCategory = (feed: Outline, path: string): boolean =>
  feed?.categories.includes(path.replaceAll(/['"]\s*,\s*['"]/g, '/').replaceAll(/['"]/g, '')) === true;

describe.runIf(isThere)('listparser OPML (needs EARMARK_CORPORA)', () => {
  const files = filesIn('listparser-opml', '.xml');

  it('is complete', () => {
    expect(files).toHaveLength(37);
  });

  it.each(files)('%s', (name) => {
    const text = readFileSync(path.join(corpora, 'listparser-opml', name), 'utf8');
    const list = parseOpml(text);
    if (!list.ok) throw new Error(list.error.code);
    for (const [, expression] of text.matchAll(/Eval:\s*(.+)/g)) {
      expect(evaluate(expression!.trim(), list.value), expression).toBe(true);
    }
  });
});

describe.runIf(isThere)('podcast namespace (needs EARMARK_CORPORA)', () => {
  it('reads the example of the specification whole', () => {
    const feed = parseFile('podcast-namespace/example.xml', { url: 'https://example.com/feed.xml' });
    expect(feed.warnings).toEqual([]);
    expect(feed).toMatchObject({
      title: 'Podcasting 2.0 Namespace Example',
      author: 'John Doe',
      podcastGuid: 'y0ur-gu1d-g035-h3r3',
      medium: 'podcast',
      locked: true,
      usesPodping: true,
      acceptsValue: true,
      imageUrl: 'https://example.com/images/show/pci_avatar-massive.png',
      license: { name: 'my-podcast-license-v1', url: 'https://example.org/mypodcastlicense/full.pdf' },
      fundings: [{ url: 'https://example.com/donate', text: 'Support the show!' }],
      locations: [
        { name: 'Austin, TX', rel: 'creator', geo: 'geo:30.2672,97.7431', osm: 'R113314', country: 'US' },
      ],
      categories: ['Technology', 'News', 'Tech News'],
      publisher: { feedGuid: '000000a0-aaa5-bbbf-b765-6333d449661a' },
      trailers: [{ title: 'Coming April 1st, 2021', publishedAt: Date.UTC(2021, 3, 1, 13) }],
    });
    expect(feed.images).toHaveLength(4);
    expect(feed.podroll?.map(({ feedUrl }) => feedUrl)).toEqual([
      'https://feeds.podcastindex.org/pc20.xml',
      'https://feedurl.example.rss',
    ]);
    expect(feed.liveItems).toMatchObject([
      {
        title: 'Podcasting 2.0 Live Show',
        status: 'live',
        startAt: Date.UTC(2021, 8, 26, 13, 30),
        contentLinks: [{ text: 'YouTube!' }, {}],
      },
    ]);
    const [latest] = feed.episodes;
    expect(feed.episodes.map(({ title }) => title)).toEqual([
      'Episode 3 - The Future',
      'Episode 2 - The Present',
      'Episode 1 - The Past',
    ]);
    expect(latest).toMatchObject({
      identity: 'https://example.com/ep0003',
      season: 1,
      seasonName: 'Podcasting 2.0',
      episodeNumber: 3,
      chaptersUrl: 'https://example.com/ep3_chapters.json',
      soundbites: [{ startMs: 33_833, durationMs: 60_000, title: '' }],
      transcripts: [
        { type: 'text/plain', language: 'en-US' },
        { type: 'text/vtt', language: 'es', rel: 'captions' },
      ],
      enclosure: { url: 'https://example.com/file-03.mp3', type: 'audio/mpeg', bytes: 43_200_000 },
    });
    expect(latest?.persons.map(({ name, role, group }) => [name, role, group])).toEqual([
      ['Adam Curry', 'host', 'cast'],
      ['Dave Jones', 'guest', 'cast'],
      ['Becky Smith', 'cover art designer', 'visuals'],
    ]);
    expect(latest?.alternateEnclosures.map(({ title, sources }) => [title, sources.length])).toEqual([
      ['Standard', 2],
      ['High quality', 2],
      ['High quality AAC', 2],
      ['Low bandwidth', 2],
      ['Video version', 2],
    ]);
    expect(latest?.alternateEnclosures[4]?.integrity?.type).toBe('sri');
    expect(latest?.discussions?.map(({ protocol }) => protocol)).toEqual(['activitypub', 'twitter']);
  });
});
