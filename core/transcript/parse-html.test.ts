import { describe, expect, it } from 'vitest';
import { parseHtml } from './parse-html.ts';

describe('parseHtml', () => {
  it('reads cite, time and p', () => {
    const html =
      '<cite>Анна:</cite><time>0:05</time><p>Да &mdash; конечно.</p><cite>Bob</cite><time>1:02:03</time><p>No.</p>';
    expect(parseHtml(html).paragraphs).toEqual([
      { text: 'Да — конечно.', speaker: 'Анна', marks: [{ at: 0, startMs: 5000 }] },
      { text: 'No.', speaker: 'Bob', marks: [{ at: 0, startMs: 3_723_000 }] },
    ]);
  });

  it('reads an article without times, titles in it included', () => {
    const html =
      '<h1>Title</h1>Bare words<p>In <cite>Emma</cite>, <time datetime="1815">1815</time>,<br>she waits.</p><ul><li>one<li>two</ul>';
    expect(parseHtml(html).paragraphs).toEqual([
      { text: 'Title', heading: true, marks: [] },
      ...['Bare words', 'In Emma, 1815, she waits.', 'one', 'two'].map((text) => ({ text, marks: [] })),
    ]);
  });

  it('leaves out what frames a page, but not what opens an article', () => {
    const html =
      '<header><p>Радио</p></header><article><header><h1>Мост</h1></header><p>Открыт.</p></article>' +
      '<aside><p>Реклама</p></aside><p>Вчера.</p><footer><p>Все права защищены.</p></footer>';
    expect(parseHtml(html).paragraphs.map(({ text }) => text)).toEqual(['Мост', 'Открыт.', 'Вчера.']);
  });

  it('knows headings beside elements that name speakers too', () => {
    const html = '<cite>Anna:</cite><p>Yes.</p><h3>A new <em>day</em></h3><p>No.';
    expect(parseHtml(html).paragraphs.map(({ text, heading }) => [text, heading ?? false])).toEqual([
      ['Yes.', false],
      ['A new day', true],
      ['No.', false],
    ]);
  });

  it('says nothing that is not text for people', () => {
    const html =
      '<html lang="ru"><head><title>t</title><style>p{}</style></head><body><script>alert("<p>no</p>")</script><nav>Menu</nav>' +
      '<p onclick="x()">Yes<svg><text>no</text></svg><iframe src="x">no</iframe></p><template><p>no</p></template></body>';
    expect(parseHtml(html)).toEqual({ language: 'ru', paragraphs: [{ text: 'Yes', marks: [] }] });
  });

  it('bears tags that never close and closes that never opened', () => {
    expect(parseHtml('</script></p><p>One<p>Two<cite>three').paragraphs.map((each) => each.text)).toEqual([
      'One',
      'Twothree',
    ]);
  });

  it('parts paragraphs at double line breaks', () => {
    expect(parseHtml('One.<br>\n<br/>Two<br>lines.').paragraphs.map(({ text }) => text)).toEqual([
      'One.',
      'Two lines.',
    ]);
  });

  it('finds names and stamps in the text where no element says them', () => {
    const html =
      '<p><b>Анна</b> (00:05):<br>Да: нет.</p><p><strong>Борис:</strong> Нет.</p><p><b>Борис:</b> Всё.</p>';
    expect(parseHtml(html).paragraphs).toEqual([
      { speaker: 'Анна', text: 'Да: нет.', marks: [{ at: 0, startMs: 5000 }] },
      { speaker: 'Борис', text: 'Нет.', marks: [] },
      { speaker: 'Борис', text: 'Всё.', marks: [] },
    ]);
  });

  it('leaves the readings of ruby out, as WebVTT does', () => {
    const html = '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby> is here.</p>';
    expect(parseHtml(html).paragraphs.map(({ text }) => text)).toEqual(['漢字 is here.']);
  });
});
