import { describe, expect, it } from 'vitest';
import { filterHighlights } from './filter-highlights.ts';
import type { HighlightFilter } from './filter-highlights.ts';
import { distinctTags, readTags } from './read-tags.ts';
import { madeHighlight } from './testing/made-highlights.ts';

const { origin } = madeHighlight();
const all = [
  madeHighlight({ id: 'tree', quote: 'Зелёная ёлка у причала', tags: ['Море'], colour: 'green' }),
  madeHighlight({ id: 'bread', quote: 'Bread cools', note: 'Café scene', tags: ['хлеб', 'море'] }),
  madeHighlight({
    id: 'other',
    quote: 'Another show',
    episodeId: 'e2',
    origin: { ...origin, feedKey: 'other' },
  }),
];

describe('filterHighlights', () => {
  it.each<[HighlightFilter, string]>([
    [{}, 'tree bread other'],
    [{ text: 'ЕЛКА' }, 'tree'],
    [{ text: 'cafe  bread' }, 'bread'],
    [{ text: 'port learned' }, 'tree bread other'],
    [{ text: 'море' }, 'tree bread'],
    [{ tag: 'море' }, 'tree bread'],
    [{ colour: 'green' }, 'tree'],
    [{ feedKey: 'other' }, 'other'],
    [{ episodeId: 'e2' }, 'other'],
    [{ tag: 'море', text: 'bread', colour: 'yellow' }, 'bread'],
    [{ text: 'nothing' }, ''],
  ])('%j', (filter, ids) => {
    expect(
      filterHighlights(all, filter)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(ids);
  });
});

describe('tags', () => {
  it.each([
    ['#хлеб, порт', ['хлеб', 'порт']],
    ['Море; море, МОРЕ', ['Море']],
    ['ёлка, елка', ['ёлка']],
    [' two   words \n, ,#', ['two words']],
  ])('%j', (typed, tags) => expect(readTags(typed)).toEqual(tags));

  it('keeps no more, and none longer, than anybody needs', () => {
    const tags = readTags(Array.from({ length: 50 }, (_, at) => `${at}${'x'.repeat(100)}`).join());
    expect(tags).toHaveLength(20);
    expect(tags[0]).toHaveLength(50);
  });

  it('lists those in use once, by the alphabet', () => {
    const tags = all.flatMap((highlight) => highlight.tags);
    expect(distinctTags(tags, 'ru')).toEqual(['Море', 'хлеб']);
  });
});
