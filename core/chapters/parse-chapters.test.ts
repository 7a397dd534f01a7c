import { describe, expect, it } from 'vitest';
import { parseChapters } from './parse-chapters.ts';

function read(chapters: readonly unknown[]) {
  const result = parseChapters(JSON.stringify({ version: '1.2.0', chapters }));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('parseChapters', () => {
  it('reads every field, in ms, by start', () => {
    const { chapters, warnings } = read([
      { startTime: 60.5, title: 'Второе' },
      {
        startTime: '0',
        endTime: 60,
        title: ' First ',
        img: 'https://example.com/a.jpg',
        url: 'https://example.com/',
      },
    ]);
    expect(chapters).toEqual([
      {
        startMs: 0,
        endMs: 60_000,
        title: 'First',
        imageUrl: 'https://example.com/a.jpg',
        link: 'https://example.com/',
        listed: true,
      },
      { startMs: 60_500, title: 'Второе', listed: true },
    ]);
    expect(warnings).toEqual([]);
  });

  it('does not list what is out of the table of contents or has no title', () => {
    const { chapters } = read([
      { startTime: 0, title: 'Art', toc: false },
      { startTime: 1, img: 'https://example.com/b.jpg' },
    ]);
    expect(chapters.map((chapter) => chapter.listed)).toEqual([false, false]);
  });

  it('drops entries without a usable start and says how many', () => {
    const { chapters, warnings } = read([
      null,
      5,
      {},
      { startTime: -1 },
      { startTime: 'soon' },
      { startTime: 1e300 },
      { startTime: 3, title: 'x' },
    ]);
    expect(chapters).toHaveLength(1);
    expect(warnings).toEqual([{ code: 'chapters-dropped', count: 6 }]);
  });

  it('leaves out what is wrong in a good entry: ends before starts, addresses that are not of the web', () => {
    const { chapters } = read([
      { startTime: 5, endTime: 2, title: 'x', url: 'javascript:alert(1)', img: 7, toc: 'no' },
    ]);
    expect(chapters).toEqual([{ startMs: 5000, title: 'x', listed: true }]);
  });

  it('takes a bare list and a byte order mark', () => {
    expect(parseChapters('\ufeff[{"startTime":1,"title":"x"}]')).toMatchObject({ ok: true });
  });

  it.each(['', '<html>', 'null', '{}', '{"chapters":{}}', '{"chapters":[', '"chapters"'])(
    'refuses %s',
    (json) => {
      expect(parseChapters(json)).toMatchObject({ ok: false, error: { code: 'chapters-unreadable' } });
    },
  );
});
