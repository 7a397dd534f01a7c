import { describe, expect, it } from 'vitest';
import { textBlocks } from './article-blocks.ts';
import { addsToPages, articleWords, joinPages } from './join-pages.ts';

const lead = 'Мост открыли утром, и до вечера по нему прошло четыре тысячи машин.';
const page = (...lines: string[]) => textBlocks(lines.join('\n'));

describe('joinPages', () => {
  it('leaves out what a later page repeats, but not what people say twice', () => {
    const joined = joinPages([page(lead, '— Да.', 'Раз.'), page(lead, '— Да.', 'Два.')]);
    expect(joined.map(({ text }) => text)).toEqual([lead, '— Да.', 'Раз.', '— Да.', 'Два.']);
  });

  it('knows a page that says nothing new', () => {
    expect(addsToPages(page(lead, 'Раз.'), page('раз', lead))).toBe(false);
    expect(addsToPages(page(lead), page(lead, 'Два.'))).toBe(true);
  });
});

describe('articleWords', () => {
  it('lets no tag through', () => {
    expect(articleWords(page('a <b> & "c"'))).toBe('<p>a &lt;b&gt; &amp; &quot;c&quot;</p>');
  });
});
