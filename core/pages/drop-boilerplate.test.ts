import { describe, expect, it } from 'vitest';
import { articleBlocks } from './article-blocks.ts';
import { dropBoilerplate } from './drop-boilerplate.ts';

function textsOf(html: string): string[] {
  return dropBoilerplate(articleBlocks(html, 'https://a.example/')).map(({ text }) => text);
}

const said = '<p>Мост открыли утром.</p>';
const more = '<p>Потом пошёл дождь.</p>';

describe('dropBoilerplate', () => {
  it.each([
    ['a link to another article', '<p>Читайте также: <a href="/x">Паром вышел в рейс</a></p>'],
    ['a list of them', '<h3>По теме</h3><ul><li><a href="/x">Раз</a></li><li><a href="/y">Два</a></li></ul>'],
    ['a list of them in English', '<p>Related stories</p><p><a href="/x">One more story</a></p>'],
    ['sharing', '<p><a href="/s">Поделиться</a></p><p>Share this article</p>'],
    ['subscribing', '<p>Подпишитесь на наш канал, чтобы не пропустить главное</p>'],
    ['an advertisement', '<p>Реклама</p><p>ADVERTISEMENT</p>'],
  ])('leaves out %s', (_name, html) => {
    expect(textsOf(said + html + more)).toEqual(['Мост открыли утром.', 'Потом пошёл дождь.']);
  });

  it.each(['Обсуждение', 'Комментарий', 'Комментарии', 'Comments:', 'Рекомендуем', 'По теме'])(
    'keeps a section of the article that is called «%s»',
    (heading) => {
      const section = `<h2>${heading}</h2><p>Судья считает, что мост построен по закону.</p>`;
      expect(textsOf(said + section + more)).toEqual([
        'Мост открыли утром.',
        heading,
        'Судья считает, что мост построен по закону.',
        'Потом пошёл дождь.',
      ]);
    },
  );

  it('knows the comments by when they were made, where nobody counts them', () => {
    const section = '<h3>Обсуждение</h3><p>Иван</p><p>2 часа назад</p><p>И правда стоит.</p>';
    expect(textsOf(said + section)).toEqual(['Мост открыли утром.']);
  });

  it('ends at the comments, and at links alone', () => {
    expect(textsOf(`${said}<h2>Комментарии (2)</h2><p>Иван: и правда.</p>`)).toEqual(['Мост открыли утром.']);
    expect(textsOf(`${said}<p><a href="/x">В начало</a></p>`)).toEqual(['Мост открыли утром.']);
  });

  it.each([
    'По теме моста высказался и губернатор: он обещал второй.',
    'Поделиться воспоминаниями пришли сорок человек, и каждый принёс фотографию: на них мост строят, красят, снова строят, и никто уже не помнит зачем.',
    'Read more widely, she told us, and you will worry less about what the neighbours say of the harbour.',
    'Комментарии к закону занимают двести страниц.',
    'Реклама на фасадах исчезнет к первому марта.',
    'Поделиться урожаем решили все соседи.',
    'Подписаться под обращением может каждый житель посёлка.',
    'Подписаться на газету теперь можно в библиотеке.',
    'Рекомендуем взять зонт.',
    'Нашли ошибку и в смете моста, рассказал прораб.',
    'Share prices fell on Monday.',
    'Share the road, the ferryman says.',
    'Subscribe or not, he went on, the paper will be read.',
    'Recommended by whom, nobody could say.',
  ])('keeps what is said: %s', (text) => {
    expect(textsOf(`${said}<p>${text}</p>${more}`)).toContain(text);
  });
});
