import { describe, expect, it } from 'vitest';
import { parseOpml, writeOpml, type OpmlList, type OpmlOutline } from './opml.ts';

function read(input: string | Uint8Array): OpmlList {
  const result = parseOpml(input);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const inBody = (body: string): string => `<opml version="2.0"><head/><body>${body}</body></opml>`;

describe('parseOpml', () => {
  it('reads titles, addresses and the groups around them', () => {
    const { outlines } = read(
      inBody(`<outline text="News"><outline text="World">
        <outline type="rss" text="  One\n two " xmlUrl=" https://a.example/feed "/></outline></outline>
        <outline title="Three" xmlUrl="https://b.example/feed?a=1&amp;b=2" category="tag,/parent/child,tag"/>`),
    );
    expect(outlines).toEqual([
      { feedUrl: 'https://a.example/feed', title: 'One two', categories: ['News/World'] },
      { feedUrl: 'https://b.example/feed?a=1&b=2', title: 'Three', categories: ['tag', 'parent/child'] },
    ]);
  });

  it('reads names in any case, and bytes in any encoding', () => {
    const text =
      '<?xml version="1.0" encoding="windows-1251"?><OPML><BODY><Outline TEXT="\xcd\xee\xe2\xee\xf1\xf2\xe8" XMLURL="http://a.example/f"/></BODY></OPML>';
    expect(read(Buffer.from(text, 'latin1')).outlines).toEqual([
      { feedUrl: 'http://a.example/f', title: 'Новости', categories: [] },
    ]);
  });

  it('reads what is not well formed: bare ampersands, tags left open, a file cut short', () => {
    const { outlines } = read(
      `<opml><body><outline text="R&B"><outline text="A" xmlUrl="https://a.example/?x=1&y=2">
       <outline text="B" xmlUrl=https://b.example/f></body><outline text="C" xmlUrl="https://c.exam`,
    );
    expect(outlines.map(({ feedUrl }) => feedUrl)).toEqual([
      'https://a.example/?x=1&y=2',
      'https://b.example/f',
    ]);
    expect(outlines[0]?.categories).toEqual(['R&B']);
  });

  it('makes one of a feed named twice, with the categories of both', () => {
    const feed = '<outline text="A" xmlUrl="https://a.example/f"/>';
    const { outlines } = read(
      inBody(`<outline text="one">${feed}</outline><outline text="two">${feed}</outline>`),
    );
    expect(outlines).toEqual([{ feedUrl: 'https://a.example/f', title: 'A', categories: ['one', 'two'] }]);
  });

  it('tells what it could not use and why', () => {
    const { outlines, rejected } = read(
      inBody(`<outline text="no address" type="rss" xmlUrl=" "/><outline text="local" xmlUrl="file:///etc/passwd"/>
        <outline text="script" xmlUrl="javascript:alert(1)"/><outline text="list" type="include" url="https://a.example/l"/>
        <outline text="page" htmlUrl="https://a.example/"/><outline text="just a note"/>`),
    );
    expect(outlines).toEqual([]);
    expect(rejected).toEqual([
      { text: 'no address', reason: 'no-address' },
      { text: 'local', reason: 'bad-address' },
      { text: 'script', reason: 'bad-address' },
      { text: 'list', reason: 'list-not-feed' },
      { text: 'page', reason: 'page-not-feed' },
    ]);
  });

  it('keeps the path of 20 groups, and the feeds of 5,000', () => {
    const open = Array.from({ length: 20 }, (_, level) => `<outline text="g${level}">`).join('');
    const nested = read(inBody(`${open}<outline xmlUrl="https://a.example/f"/>${'</outline>'.repeat(20)}`));
    expect(nested.outlines[0]?.categories).toEqual([
      Array.from({ length: 20 }, (_, level) => `g${level}`).join('/'),
    ]);
    const deep = `${'<outline text="g">'.repeat(5000)}<outline xmlUrl="https://a.example/f"/>${'</outline>'.repeat(5000)}`;
    const after = read(inBody(`${deep}<outline xmlUrl="https://b.example/f"/>`)).outlines;
    expect(after.map(({ feedUrl }) => feedUrl)).toEqual(['https://a.example/f', 'https://b.example/f']);
    expect(after[1]?.categories).toEqual([]);
  });

  it('refuses what is no list', () => {
    for (const input of ['', 'hello', '<html><body><p>Hi</p></html>'.replace('body', 'div'), '<rss/>']) {
      expect(parseOpml(input)).toMatchObject({ ok: false, error: { code: 'opml-unreadable' } });
    }
  });
});

describe('writeOpml', () => {
  it('writes what parseOpml reads back the same', () => {
    const outlines: OpmlOutline[] = Array.from({ length: 5000 }, (_, index) => ({
      feedUrl: `https://example.org/feed/${index}?a=1&b=%222%22`,
      title: index % 2 ? `Шоу «${index}» <&> "x" 'y'` : `Show ${index}`,
      categories: index % 3 ? ['Новости', 'a/b', 'x, y & 100% <z>'] : [],
    }));
    const written = writeOpml('My shows & more', outlines, Date.UTC(2026, 0, 2));
    const list = read(written);
    expect(list.outlines).toEqual(outlines);
    expect(list.head).toMatchObject({
      title: 'My shows & more',
      createdAt: Date.UTC(2026, 0, 2),
      version: '2.0',
    });
    expect(writeOpml('My shows & more', list.outlines, Date.UTC(2026, 0, 2))).toBe(written);
  });
});
