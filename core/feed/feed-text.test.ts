import { describe, expect, it } from 'vitest';
import { feedText } from './feed-text.ts';

const sentence = 'Мост через Вуоксу открыли в понедельник, и до вечера по нему прошло четыре тысячи машин. ';
const paragraph = `<p>${sentence.repeat(5)}</p>`;
const link = '<p><a href="https://a.example/x">Слушайте также другой выпуск, о пароме и о маяке</a></p>';

describe('feedText', () => {
  it('is the article a feed carries, before notes that are one too', () => {
    expect(feedText({ fullTextHtml: '<p>Статья</p>', notesHtml: paragraph.repeat(5) })).toBe('<p>Статья</p>');
  });

  it('is notes that are an article', () => {
    const notes = paragraph.repeat(5) + link;
    expect(feedText({ notesHtml: notes })).toBe(notes);
    const inOneBlock = `${sentence.repeat(5)}<br/><br/>`.repeat(5);
    expect(feedText({ notesHtml: inOneBlock })).toBe(inOneBlock);
  });

  it.each([
    ['a teaser', `<p>${sentence}</p>`],
    ['links', link.repeat(60)],
    ['a list of times', '<p>00:00 Начало<br>03:10 О мосте<br>10:05 О пароме</p>'.repeat(40)],
    ['a paragraph and many links', paragraph + link.repeat(40)],
    ['paragraphs that are links', `<p><a href="/x">${sentence.repeat(5)}</a></p>`.repeat(6)],
    ['nothing', ''],
  ])('is not %s', (_name, notesHtml) => {
    expect(feedText({ notesHtml })).toBeUndefined();
  });

  it('is total on hostile notes', () => {
    for (const part of ['<p', '<a', '<', '<a>', '&nbsp', '<p '])
      expect(feedText({ notesHtml: part.repeat(300_000) })).toBeUndefined();
  });
});
