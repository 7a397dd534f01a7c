import { describe, expect, it } from 'vitest';
import { comparableAddress } from './comparable-address.ts';
import { normaliseAddress } from './normalise-address.ts';

const address = (typed: string) => {
  const result = normaliseAddress(typed);
  return result.ok ? result.value : result.error.code;
};

describe('normaliseAddress', () => {
  it.each([
    ['  https://example.com/feed.xml#top ', 'https://example.com/feed.xml'],
    ['HTTP://Example.com/Feed?id=1', 'http://example.com/Feed?id=1'],
    ['example.com/feed', 'https://example.com/feed'],
    ['example.com:8080', 'https://example.com:8080/'],
    ['localhost:8080/feed.xml', 'http://localhost:8080/feed.xml'],
    ['127.0.0.1:9000/feed.xml', 'http://127.0.0.1:9000/feed.xml'],
    ['подкаст.рф/лента', 'https://xn--80ahsoeqh.xn--p1ai/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0'],
    ['<https://example.com/feed>', 'https://example.com/feed'],
    ['earmark:sample/feed.xml', 'earmark:sample/feed.xml'],
  ])('reads %s', (typed, expected) => expect(address(typed)).toBe(expected));

  it.each([
    'feed:https://example.com/a',
    'feed://https://example.com/a',
    'feed:https//example.com/a',
    'feed://example.com/a',
    'podcast://example.com/a',
    'podcast:example.com/a',
    'itpc://example.com/a',
    'pcast://example.com/a',
  ])('reads %s as other programs mean it', (typed) => expect(address(typed)).toBe('https://example.com/a'));

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ftp://example.com/a',
    'feed:file:///a',
    'data:text/xml,a',
  ])('refuses the scheme of %s', (typed) => expect(address(typed)).toBe('address-scheme'));

  it.each(['', 'news about podcasts', 'earmark', 'https://', 'http://exa mple.com/', 'feed:'])(
    'refuses %j',
    (typed) => expect(address(typed)).toBe('address-invalid'),
  );

  it('keeps the sample scheme for the sample alone', () =>
    expect(address('earmark:sample/../settings.json')).toBe('address-scheme'));
});

describe('comparableAddress', () => {
  it('makes spellings of one address equal', () => {
    const spellings = [
      'https://Example.com/feed/',
      'http://example.com/feed',
      'https://example.com:443/feed#x',
    ];
    expect(new Set(spellings.map(comparableAddress)).size).toBe(1);
  });

  it('keeps different feeds apart', () => {
    const feeds = [
      'https://a.com/feed?id=1',
      'https://a.com/feed?id=2',
      'https://a.com/Feed',
      'https://b.com/feed',
    ];
    expect(new Set(feeds.map(comparableAddress)).size).toBe(4);
  });
});
