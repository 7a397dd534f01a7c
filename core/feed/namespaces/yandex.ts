import { markupReader, type Namespace } from './namespace.ts';

const fullText = markupReader<{ fullText: string | undefined }>((episode, html) => {
  // turbo:content is markup and yandex:full-text plain: the longer one says more.
  if (html.length > (episode.fullText?.length ?? 0)) episode.fullText = html;
});

/** Yandex News and Turbo pages (yandex.com/dev/turbo): the whole article inside the item. */
export const yandex: Namespace = {
  prefix: 'yandex',
  uris: ['news.yandex.ru', 'news.yandex.com'],
  feed: {},
  episode: { 'full-text': fullText },
};

/** Turbo pages have a namespace of their own. */
export const turbo: Namespace = {
  prefix: 'turbo',
  uris: ['turbo.yandex.ru', 'turbo.yandex.com'],
  feed: {},
  episode: { content: fullText },
};
