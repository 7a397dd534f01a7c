import { describe, expect, it } from 'vitest';
import { madeText, madeTranscript } from './testing/made-text.ts';
import { writeHtml } from './write-html.ts';

const written = (text = madeText()): string => [...writeHtml(text)].join('');

describe('writeHtml', () => {
  it('marks up speakers, times, chapters and the language', () => {
    const html = written();
    expect(html).toMatch(/^<!doctype html>\n<html lang="ru">/);
    expect(html).toContain('<title>Ёлка &amp; &lt;tree&gt;</title>');
    expect(html).toContain(
      '<p><cite>Анна Ёлкина:</cite> <time>0:01</time> Всё ещё впереди &amp; близко.</p>',
    );
    expect(html).toContain('<h2>Two *</h2>');
  });

  it('keeps the headings of the text', () => {
    const transcript = madeTranscript('<h3>On time</h3><p>They came.</p>');
    const html = written(madeText({ transcript, chapters: [] }));
    expect(html).toContain('<h2>On time</h2>\n<p>They came.</p>');
  });

  it('makes no link of what opens no page, and no markup of what a feed says', () => {
    const about = { title: '<script>alert(1)</script>', show: '"', link: 'javascript:alert(1)' };
    const html = written(madeText({ about }));
    expect(html).not.toContain('<script');
    expect(html).not.toContain('javascript:');
  });
});
