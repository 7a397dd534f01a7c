import { expect, it } from 'vitest';
import { nameFacts } from './name-facts.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

it.each([
  ['2026-11-22 Title', { title: 'Title', publishedAt: day('2026-11-22') }],
  ['20261122_Long_title', { title: 'Long title', publishedAt: day('2026-11-22') }],
  ['Show - 22.11.2026 - Title', { title: 'Show - - Title', publishedAt: day('2026-11-22') }],
  ['012 - Title', { title: 'Title', number: 12 }],
  ['12. Title', { title: 'Title', number: 12 }],
  ['Выпуск 7. Название', { title: 'Название', number: 7 }],
  ['S02E05 Title', { title: 'Title', number: 5 }],
  ['Глава 3', { title: 'Глава 3', number: 3 }],
  ['1984', { title: '1984', number: 1984 }],
  ['99 problems', { title: 'problems', number: 99 }],
  ['2026-02-31 Title', { title: 'Title' }],
  ['2026-11-22', { title: '2026-11-22', publishedAt: day('2026-11-22') }],
  ['3d printing', { title: '3d printing' }],
  ['Part one', { title: 'Part one' }],
])('reads %j', (name, facts) => {
  expect(nameFacts(name)).toEqual(facts);
});
