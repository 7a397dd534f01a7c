import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { startOfStem, stemOf } from './stem.ts';

/** Forms of one word a line, as people say them. */
const russian = `книга книги книге книгу книгой книг книгам книгами книгах
говорить говорю говоришь говорит говорим говорят говорил говорила говорили
человек человека человеку человеком человеке
город города городу городом городе городов городам городами городах
новый нового новому новым новом новая новой новую новые новых новыми
война войны войне войну войной войн войнам
читать читаю читает читал читала читали читают
президент президента президенту президентом президенты президентов
правительство правительства правительству правительством правительстве
решение решения решению решением решений решениям
дело дела делу делом деле дел делам делами
последний последнего последнему последняя последние последних
большой большого большая большие больших
Москва Москвы Москве Москву Москвой
ёлка ёлки ёлке ёлку ёлкой`;
const english = `run runs running
walk walks walked walking
city cities
happy happily happiness
decide decides decided deciding
hope hopes hoped hoping
stop stops stopped stopping
study studies studied studying
government governments
quick quickly
believe believes believed believing
party parties
lie lies lying
connect connected connecting connection connections`;
/** Words that are easily taken for forms of one another. */
const strangers = [
  ['война', 'войлок'],
  ['город', 'горе'],
  ['мир', 'мера'],
  ['стол', 'столица'],
  ['новый', 'новости'],
  ['party', 'part'],
  ['city', 'cite'],
  ['news', 'new'],
] as const;

const families = (list: string): string[][] => list.split('\n').map((line) => line.split(' ').map(fold));

/** Share of pairs of forms that have one stem. */
function agreement(list: string): number {
  const pairs = families(list).flatMap((forms) =>
    forms.flatMap((one, at) => forms.slice(at + 1).map((other) => stemOf(one) === stemOf(other))),
  );
  return pairs.filter(Boolean).length / pairs.length;
}

describe('stemOf', () => {
  it('gives the forms of a word one stem', () => {
    expect(agreement(russian)).toBeGreaterThan(0.95);
    expect(agreement(english)).toBeGreaterThan(0.95);
  });

  it('keeps strangers apart', () => {
    for (const [one, other] of strangers) expect(stemOf(one), `${one} ${other}`).not.toBe(stemOf(other));
  });

  it('leaves alone what it knows nothing of', () => {
    for (const word of ['от', 'by', 'straße', '2026', 'ελλάδα', 'b2b']) expect(stemOf(word)).toBe(word);
  });
});

describe('startOfStem', () => {
  it('is how every form begins', () => {
    for (const word of families(`${russian}\n${english}\nskies sky\ndying die\nnational`).flat())
      expect(word.startsWith(startOfStem(stemOf(word))), word).toBe(true);
  });
});
