import { expect, it } from 'vitest';
import { newsText } from './news-text.ts';

const news = (count: number, more = 0) => ({
  podcastId: '0123456789abcdef',
  showTitle: 'Show',
  episodes: Array.from({ length: count }, (_, index) => ({ id: `e-${index}`, title: `Part ${index + 1}` })),
  more,
  artwork: null,
});

it('names a single episode', () => {
  expect(newsText(news(1), 'en')).toEqual({ title: 'Show', body: 'Part 1' });
});

it('counts several and names the newest', () => {
  expect(newsText(news(3), 'en')).toEqual({
    title: '3 new episodes of Show',
    body: 'Part 1\nPart 2\nPart 3',
  });
  expect(newsText(news(20, 5), 'en').body).toBe('Part 1\nPart 2\nPart 3\nand 22 more');
});

it.each([
  [2, 0, 'Show: 2 новых выпуска'],
  [5, 0, 'Show: 5 новых выпусков'],
  [20, 1, 'Show: 21 новый выпуск'],
])('counts %i and %i more in Russian', (count, more, title) => {
  expect(newsText(news(count, more), 'ru').title).toBe(title);
});

it('keeps lines short, and one line a title', () => {
  const { episodes: _episodes, ...rest } = news(1);
  const long = { ...rest, episodes: [{ id: 'e', title: `A\nB ${'x'.repeat(300)}` }] };
  const { body } = newsText(long, 'en');
  expect(body).toMatch(/^A B x+…$/);
  expect(body).toHaveLength(120);
});
