import { describe, expect, it } from 'vitest';
import { citeHighlight } from './cite-highlight.ts';
import type { ExportWords } from './export-words.ts';
import { madeHighlight } from './testing/made-highlights.ts';
import { writeCsv } from './write-csv.ts';
import { writeJson } from './write-json.ts';
import { writeMarkdown } from './write-markdown.ts';

const words: ExportWords = {
  title: 'Highlights',
  time: (ms) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`,
  day: (at) => new Date(at).toISOString().slice(0, 10),
};
const { origin } = madeHighlight();
const full = madeHighlight({
  quote: 'Первая партия уже остывает.\n\nНа подоконнике.',
  note: 'Начало рассказа',
  tags: ['хлеб', 'порт'],
  startMs: 612_400,
  endMs: 618_000,
  origin: {
    ...origin,
    author: 'Anna',
    publishedAt: Date.UTC(2026, 10, 12),
    link: 'https://example.com/port',
    enclosureUrl: 'https://example.com/port.mp3',
  },
});

/** Cells of a CSV text by RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

function cellsOf(csv: string): Record<string, string> {
  const [names, cells] = readCsv(csv.replace(/^\ufeff/, ''));
  return Object.fromEntries(names!.map((name, at) => [name, cells![at]!]));
}

describe('CSV', () => {
  it('is read back as it was, line breaks and quotes included', () => {
    const csv = writeCsv([{ ...full, note: 'She said "wait", twice' }], words);
    expect(csv.startsWith('\ufeffquote,note,tags,')).toBe(true);
    expect(cellsOf(csv)).toEqual({
      quote: full.quote,
      note: 'She said "wait", twice',
      tags: 'хлеб, порт',
      colour: 'yellow',
      show: 'Lighthouse and Bread',
      episode: 'How a small port learned to wait',
      author: 'Anna',
      published: '2026-11-12T00:00:00.000Z',
      time: '10:12',
      start_ms: '612400',
      end_ms: '618000',
      link: 'https://example.com/port',
      created: '2026-11-14T12:00:00.000Z',
      changed: '2026-11-14T12:00:00.000Z',
    });
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
    'lets no spreadsheet reckon %j',
    (note) => expect(cellsOf(writeCsv([{ ...full, note }], words)).note).toBe(`'${note}`),
  );
});

it('JSON carries everything, absent parts left out', () => {
  const file = JSON.parse(writeJson([full, madeHighlight()], 0)) as { highlights: object[] };
  expect(file).toMatchObject({
    format: 'earmark-highlights',
    version: 1,
    savedAt: '1970-01-01T00:00:00.000Z',
  });
  expect(file.highlights[0]).toMatchObject({
    quote: full.quote,
    tags: ['хлеб', 'порт'],
    startMs: 612_400,
    link: 'https://example.com/port',
    publishedAt: '2026-11-12T00:00:00.000Z',
  });
  expect(file.highlights[1]).not.toHaveProperty('startMs');
});

describe('Markdown', () => {
  it('has a chapter an episode, its quotes in order, with time, tags and note', () => {
    const earlier = { ...full, id: 'h2', quote: 'Раньше', note: '', tags: [], startMs: 1_000 };
    expect(writeMarkdown([full, earlier], words)).toBe(`# Highlights

## How a small port learned to wait

Lighthouse and Bread · Anna · 2026-11-12

<https://example.com/port>

> Раньше

[0:01](<https://example.com/port>)

> Первая партия уже остывает.
>
> На подоконнике.

[10:12](<https://example.com/port>) · \\#хлеб · \\#порт

Начало рассказа
`);
  });

  it.each([
    ['# not a heading', '\\# not a heading'],
    ['- not a list', '\\- not a list'],
    ['1. not a list', '1\\. not a list'],
    ['*plain* _words_ `code`', '\\*plain\\* \\_words\\_ \\`code\\`'],
    ['[x](javascript:alert(1))', '\\[x\\]\\(javascript:alert\\(1\\)\\)'],
    ['<script>', '\\<script\\>'],
    ['&amp;', '\\&amp;'],
    ['    no code', 'no code'],
  ])('says %j as words', (note, written) => {
    expect(writeMarkdown([{ ...full, note }], words)).toContain(`\n\n${written}\n`);
  });

  it('lets no address break out of its link', () => {
    const link = 'https://example.com/a> [b](c';
    const written = writeMarkdown([{ ...full, origin: { ...full.origin, link } }], words);
    expect(written).toContain('<https://example.com/a%3E%20[b](c>');
  });
});

describe('a citation', () => {
  it('says where and when, and leads to the page', () => {
    expect(citeHighlight({ ...full, quote: 'Wait.' }, words)).toBe(
      'Wait.\n— 10:12 · How a small port learned to wait · Lighthouse and Bread\nhttps://example.com/port',
    );
  });

  it('leads to the moment of the audio where there is no page', () => {
    const { link: _link, ...noPage } = full.origin;
    expect(citeHighlight({ ...full, origin: noPage }, words)).toMatch(/port\.mp3#t=612$/);
  });

  it('makes do with the names', () => {
    expect(citeHighlight(madeHighlight(), words)).toBe(
      'A quote\n— How a small port learned to wait · Lighthouse and Bread',
    );
  });
});
