import { describe, expect, it } from 'vitest';
import type { Transcript } from '../transcript/transcript.ts';
import { anchorHighlight } from './anchor-highlight.ts';
import type { TextHighlight } from './highlight.ts';
import { joinedOffset, joinText } from './joined-text.ts';
import { searchedText } from './searched-text.ts';
import { madeText, marked } from './testing/made-highlights.ts';

/** The words a highlight marks in a text, and by what they were found; null when it marks nothing. */
function found(text: Transcript, highlight: TextHighlight): { words: string; by: string; at: number } | null {
  const place = anchorHighlight(searchedText(text), highlight);
  if (place === null) return null;
  const joined = joinText(text);
  const [start, end] = [joinedOffset(joined, place.from), joinedOffset(joined, place.to)];
  return { words: joined.text.slice(start, end), by: place.by, at: start };
}

const russian = `Каждое утро смотритель поднимается на вышку и записывает, откуда дует ветер.

— Ещё вчера, — говорит он, — паром не пришёл. Мы ждали до ночи.

Пекарня на набережной открывается не по часам, а по воде. «Когда прилив поднимает паром к причалу, первая партия уже остывает», — объясняет пекарь. Мы ждали до ночи.`;

describe('the same text', () => {
  const text = madeText(russian, 'ru');

  it('has the words where they were', () => {
    const mark = marked(text, 'прилив поднимает паром');
    expect(found(text, mark)).toMatchObject({ words: 'прилив поднимает паром', by: 'words' });
  });

  it('tells repetitions apart by what stands around them', () => {
    const [first, second] = [0, 1].map((nth) => found(text, marked(text, 'Мы ждали до ночи.', nth))!);
    expect(second!.at).toBeGreaterThan(first!.at + 100);
  });

  it('tells repetitions without surroundings of their own apart by time', () => {
    const refrain = madeText(['[0:05] Stay tuned.', '[1:05] Stay tuned.', '[2:05] Stay tuned.'].join('\n\n'));
    const mark = { ...marked(refrain, 'Stay tuned.', 1), prefix: '', suffix: '' };
    expect(found(refrain, mark)!.at).toBe(refrain.paragraphs[0]!.text.length + 2);
  });

  it('and without times by their share of the text', () => {
    const refrain = madeText(['Stay with us now.', 'Stay with us now.', 'Stay with us now.'].join('\n\n'));
    const mark = { ...marked(refrain, 'Stay with us now.', 2), prefix: '', suffix: '' };
    expect(found(refrain, mark)!.at).toBe(38);
  });
});

describe('a text fetched again', () => {
  const before = madeText(russian, 'ru');

  it('may have ё as е, other case, punctuation and spaces', () => {
    const after = madeText(
      russian
        .replaceAll('ё', 'е')
        .replace('— Ещ', '- ЕЩ')
        .replace('вчера, — говорит', 'вчера — говорит')
        .replace(/ /g, '  '),
      'ru',
    );
    const mark = marked(before, '— Ещё вчера, — говорит он, — паром не пришёл.');
    const again = found(after, mark);
    expect(again?.words).toMatch(/Е[щЩ]е вчера — говорит он, — паром не пришел\.$/);
    expect(again?.by).toBe('words');
  });

  it('may have its quotation marks changed, and the mark keeps those it had', () => {
    const after = madeText(russian.replace('«', '“').replace('»', '”'), 'ru');
    const mark = marked(before, '«Когда прилив поднимает паром к причалу, первая партия уже остывает»');
    expect(found(after, mark)?.words).toBe(
      '“Когда прилив поднимает паром к причалу, первая партия уже остывает”',
    );
  });

  it('may have its paragraphs broken otherwise', () => {
    const after = madeText(russian.replace('. «Когда', '.\n\n«Когда'), 'ru');
    const mark = marked(before, 'а по воде. «Когда прилив');
    expect(found(after, mark)?.words).toBe('а по воде.\n\n«Когда прилив');
  });

  it('may have words mended, added and left out', () => {
    const after = madeText(
      russian.replace(
        'поднимает паром к причалу, первая партия',
        'поднимает наш паром к пристани, первая партия',
      ),
      'ru',
    );
    const mark = marked(before, 'прилив поднимает паром к причалу, первая партия уже остывает');
    expect(found(after, mark)).toMatchObject({
      words: 'прилив поднимает наш паром к пристани, первая партия уже остывает',
      by: 'similar',
    });
  });

  it('may have grown before and behind', () => {
    const after = madeText(
      `${'Новое вступление. '.repeat(200)}\n\n${russian}\n\n${'Послесловие. '.repeat(50)}`,
      'ru',
    );
    const mark = marked(before, 'откуда дует ветер');
    expect(found(after, mark)?.words).toBe('откуда дует ветер');
  });

  it('does not have what was taken out', () => {
    const after = madeText(russian.replace(/«Когда.*пекарь\. /, ''), 'ru');
    expect(found(after, marked(before, 'первая партия уже остывает'))).toBeNull();
  });

  it('is not marked at a few words that stand elsewhere too', () => {
    const text = madeText('He said yes to the harbour master.\n\nNobody knew why.');
    const gone = madeText('Nobody knew why.\n\nAsked about bread, she said yes and laughed for long.');
    expect(found(gone, marked(text, 'said yes'))).toBeNull();
  });
});

describe('another text of the episode', () => {
  const timed = (...lines: string[]): string =>
    lines.map((line, at) => `[0:${at + 1}0] ${line}`).join('\n\n');
  const english = madeText(
    timed('The port waits.', 'Bread cools on the sill.', 'The ferry comes.', 'End.'),
    'en',
  );
  const translated = madeText(
    timed('Порт ждёт.', 'Хлеб остывает на окне.', 'Приходит паром.', 'Конец.'),
    'ru',
  );

  it('in another language is marked where the same is said', () => {
    const mark = marked(english, 'Bread cools on the sill.');
    expect(found(translated, mark)).toMatchObject({ words: 'Хлеб остывает на окне.', by: 'time' });
  });

  it('in the same language is not marked by time alone', () => {
    const mark = marked(english, 'Bread cools on the sill.');
    expect(found({ ...translated, language: 'en-GB' }, mark)).toBeNull();
  });

  it('heard otherwise by another recogniser is marked where some of the words are said then', () => {
    const first = madeText(
      timed('Порт ждёт.', 'Паром из Архангельска причалил к восточной пристани вечером.'),
      'ru',
    );
    const mark = marked(first, 'Паром из Архангельска причалил к восточной пристани вечером.');
    const again = madeText(
      timed('Порт ждёт.', 'Пора мы за Архангельском, причалив осточной пристани вечером'),
      'ru',
    );
    expect(found(again, mark)).toMatchObject({ by: 'time', at: 'Порт ждёт.'.length + 2 });
    const elsewhere = madeText(
      timed('Пора мы за Архангельском, причалив осточной пристани вечером', 'Порт ждёт.'),
      'ru',
    );
    expect(found(elsewhere, mark)).toBeNull();
  });

  it('in another language without times is not marked', () => {
    const mark = marked(english, 'Bread cools on the sill.');
    expect(found(madeText('Порт ждёт.', 'ru'), mark)).toBeNull();
  });

  it('is the same text aligned: times change nothing', () => {
    const plain = madeText('The port waits. Bread cools on the sill. The ferry comes.');
    expect(found(english, marked(plain, 'cools on the sill'))?.words).toBe('cools on the sill');
  });
});

it('finds each of many quotes that changed in one text', () => {
  const sentences = Array.from(
    { length: 1_000 },
    (_, at) => `Sentence ${at} of a long day has ${at % 7} words.`,
  );
  const text = madeText(sentences.join('\n\n'));
  const searched = searchedText(madeText(sentences.join('\n\n').replaceAll('long day', 'very long day')));
  for (let at = 0; at < 1_000; at += 50) {
    const place = anchorHighlight(searched, marked(text, `Sentence ${at} of a long day has`));
    expect(place).toMatchObject({ from: { paragraph: at, offset: 0 }, by: 'similar' });
  }
});
