import { describe, expect, it } from 'vitest';
import { madeText, madeTranscript } from './testing/made-text.ts';
import { writeMarkdown } from './write-markdown.ts';

const written = (text = madeText()): string => [...writeMarkdown(text)].join('');

describe('writeMarkdown', () => {
  it('has title, byline, link, chapters, names and times', () => {
    expect(written()).toBe(`# Ёлка & \\<tree\\>

Шоу · Anna · 2026-11-12

<https://example.org/1?a=1&b=%222%22>

## One

\`0:01\` **Анна Ёлкина:** Всё ещё впереди & близко.

## Two \\*

\`0:04\` **Bob:** “1 \\< 2”, he said. ${written().split('he said. ')[1]!}`);
  });

  it('keeps the headings of the text', () => {
    const transcript = madeTranscript('<h3>On #time</h3><p>They came.</p>');
    expect(written(madeText({ transcript, chapters: [] }))).toContain('\n## On #time\n\nThey came.\n');
  });

  it('lets nothing that is said become a heading, a list, a link or a picture', () => {
    const about = { title: '# a', show: '' };
    const said = (line: string): string =>
      written(madeText({ about, chapters: [], transcript: madeTranscript(line) }));
    expect(said('# not a heading *or* strong.')).toContain('\n\\# not a heading \\*or\\* strong.');
    expect(said('1. not a list.')).toContain('\n1\\. not a list.');
    expect(said('![x](y) &amp; <b>.')).toContain('!\\[x\\](y) &amp;amp; \\<b\\>.');
  });
});
