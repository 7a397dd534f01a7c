import { describe, expect, it } from 'vitest';
import { nextPage } from './next-page.ts';

const link = (href: string, text = '', rel = '') => ({ href, text, rel });

describe('nextPage', () => {
  it.each([
    ['https://a.example/story', link('/story?page=2', '2'), 'https://a.example/story?page=2'],
    ['https://a.example/story/', link('/story/page/2/', 'Далее »'), 'https://a.example/story/page/2/'],
    ['https://a.example/story', link('/story/2', '', 'next'), 'https://a.example/story/2'],
    ['https://a.example/story.html', link('story-2.html', 'Next page'), 'https://a.example/story-2.html'],
    ['https://a.example/story?page=1', link('?page=2#top', '2'), 'https://a.example/story?page=2'],
    [
      'https://a.example/story?utm_source=feed&from=rss',
      link('/story?page=2', '2'),
      'https://a.example/story?page=2',
    ],
    [
      'https://a.example/story',
      link('/story?ref=pager&page=2', '2'),
      'https://a.example/story?ref=pager&page=2',
    ],
    ['https://a.example/s?id=7', link('/s?id=7&p=2', 'Следующая'), 'https://a.example/s?id=7&p=2'],
  ])('follows %s', (url, found, next) => {
    expect(nextPage([link('/story?page=3', '3'), found], { url, number: 1 })).toBe(next);
  });

  it('counts from the page it is on', () => {
    const links = [link('?page=2', '2'), link('?page=3', '3')];
    expect(nextPage(links, { url: 'https://a.example/story?page=2', number: 2 })).toBe(
      'https://a.example/story?page=3',
    );
  });

  it.each([
    ['the next article', 'https://a.example/news/ferry', link('/news/bridge', 'Next', 'next')],
    ['the article of the next number', 'https://a.example/show/41', link('/show/42', 'Next', 'next')],
    ['the article after the first', 'https://a.example/show/1', link('/show/2', 'Next', 'next')],
    ['another host', 'https://a.example/story', link('https://b.example/story?page=2', '2')],
    ['comments', 'https://a.example/story', link('/story/comment-page/2', '2')],
    ['words that are no pager', 'https://a.example/story', link('/story?page=2', 'Все новости')],
    ['a script', 'https://a.example/story', link('javascript:go(2)', '2', 'next')],
    ['the page after the next', 'https://a.example/story', link('?page=3', '3')],
    ['what is no address', 'https://a.example/story', link('http://[', '2', 'next')],
  ])('does not follow %s', (_name, url, found) => {
    expect(nextPage([found], { url, number: 1 })).toBeNull();
  });
});
