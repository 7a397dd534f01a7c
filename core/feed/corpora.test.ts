import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ParsedEpisode, ParsedFeed } from './feed.ts';
import { htmlToText } from './html-to-text.ts';
import { createFeedParser } from './parse-feed.ts';

const corpora = process.env.EARMARK_CORPORA ?? path.resolve(import.meta.dirname, '../../../shared/corpora');
const isThere = existsSync(corpora);
if (!isThere) process.stdout.write(`Corpora tests are not run: no folder ${corpora} (set EARMARK_CORPORA)\n`);

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

describe.runIf(isThere)('podcastparser', () => {
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

describe.runIf(isThere)('feedparser encodings', () => {
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
