import { describe, expect, it } from 'vitest';
import { episodeId, episodeIdentity } from './episode-identity.ts';
import { createFeedParser } from './parse-feed.ts';

const enclosure = { url: 'https://a.example/1.mp3' };

describe('episodeIdentity', () => {
  it('is the guid, else the audio, else the page, else title and date', () => {
    const all = { guid: ' g ', enclosure, link: 'https://a.example/1', title: 'T', publishedAt: 5 };
    expect(episodeIdentity(all)).toBe('g');
    expect(episodeIdentity({ ...all, guid: ' ' })).toBe(enclosure.url);
    expect(episodeIdentity({ ...all, guid: undefined, enclosure: undefined })).toBe('https://a.example/1');
    expect(episodeIdentity({ title: 'T', publishedAt: 5 })).toBe('T|5');
  });

  it('is short, and different for long guids that begin alike', () => {
    const [one, other] = ['1', '2'].map((end) =>
      episodeIdentity({ guid: 'x'.repeat(5000) + end, title: '' }),
    );
    expect(one!.length).toBeLessThan(100);
    expect(one).not.toBe(other);
  });
});

describe('episodeId', () => {
  it('is what it always was: libraries and journals hold these ids', () => {
    expect(episodeId('0123456789abcdef', 'https://example.org/ep1')).toMatchInlineSnapshot(
      `"0123456789abcdef-dd37a46f290039a1"`,
    );
    expect(episodeId('0123456789abcdef', 'Выпуск 1')).toMatchInlineSnapshot(
      `"0123456789abcdef-3f6ca9c1d17950de"`,
    );
    expect(episodeId('0123456789abcdef', '')).toMatch(/^[a-z0-9-]{33}$/);
  });

  // A million hashes take a busy machine more than the usual time of a test.
  it('has no collisions among a million identities of the usual kind', { timeout: 120_000 }, () => {
    const ids = new Set<string>();
    for (let index = 0; index < 1_000_000; index += 1)
      ids.add(episodeId('p', `https://example.org/?p=${index}`));
    expect(ids.size).toBe(1_000_000);
  });
});

describe('identities within a feed', () => {
  const item = (guid: string, number: number, day: number) =>
    `<item><guid>${guid}</guid><title>E${number}</title><pubDate>${day} Jan 2026 10:00:00 GMT</pubDate>` +
    `<enclosure url="https://a.example/${number}.mp3" type="audio/mpeg"/></item>`;

  function identities(items: readonly string[]): Map<string, string> {
    const parser = createFeedParser({ url: 'https://a.example/feed' });
    parser.push(Buffer.from(`<rss><channel>${items.join('')}</channel></rss>`));
    const result = parser.end();
    if (!result.ok) throw new Error(result.error.code);
    return new Map(result.value.episodes.map(({ title, identity }) => [title, identity]));
  }

  it('are unique and the same over refreshes, in any order, with newcomers', () => {
    const items = [item('same', 1, 1), item('same', 2, 2), item('same', 3, 3), item('other', 4, 4)];
    const first = identities(items);
    expect(new Set(first.values()).size).toBe(4);
    expect(first.get('E1')).toBe('same');
    const second = identities(items.toReversed());
    expect(second).toEqual(new Map([...first].toReversed()));
    const third = identities([item('same', 5, 5), ...items]);
    for (const [title, identity] of first) expect(third.get(title)).toBe(identity);
    expect(new Set(third.values()).size).toBe(5);
  });

  it('leave out exact repetitions', () => {
    expect(identities([item('a', 1, 1), item('a', 1, 1), item('b', 2, 2)]).size).toBe(2);
  });
});
