import { describe, expect, it } from 'vitest';
import { htmlToText } from './html-to-text.ts';
import { notesHtml } from './notes-html.ts';
import { plainPerson } from './plain-person.ts';
import { plainTitle } from './plain-title.ts';
import { longestTeaser, teaser } from './teaser.ts';

describe('htmlToText', () => {
  it.each([
    ['<p>One &laquo;two&raquo;&nbsp;<b>th</b>ree</p><p>four<br>five', 'One «two» three\nfour\nfive'],
    ['<script>alert(1)</script>a<style>b{}</style><!-- c -->d', 'ad'],
    ['plain\n  text', 'plain text'],
    ['1 < 2 &amp;&amp; 3 > 2', '1 < 2 && 3 > 2'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('stops early', () => {
    expect(htmlToText('<b>word</b> '.repeat(1_000_000), 50).length).toBeLessThan(70);
  });
});

describe('teaser', () => {
  it('is one line, cut between words', () => {
    expect(teaser('<p>One</p><p>two</p>')).toBe('One two');
    const long = teaser(`<p>${'слово и, '.repeat(200)}</p>`);
    expect(long.length).toBeLessThanOrEqual(longestTeaser);
    expect(long).toMatch(/(?:слово|и)…$/);
    expect(teaser('😀'.repeat(400))).toMatch(/^😀+…$/u);
  });
});

describe('plainTitle', () => {
  it.each([
    ['Tom &amp;amp; Jerry', 'Tom &amp; Jerry'],
    ['Tom &amp; <b>Jerry</b>\n live', 'Tom & Jerry live'],
    ['vector<int> & x < y', 'vector<int> & x < y'],
    ['One<br/>two', 'One two'],
    ['&laquo;Эхо&raquo;', '«Эхо»'],
  ])('%s', (title, plain) => {
    expect(plainTitle(title)).toBe(plain);
  });
});

describe('notesHtml', () => {
  it('keeps HTML and gives plain text its lines', () => {
    expect(notesHtml('<p>a\nb</p>')).toBe('<p>a\nb</p>');
    expect(notesHtml('a & b\nc\n\n1 < 2 &nbsp;')).toBe('<p>a &amp; b<br>c</p><p>1 &lt; 2 &nbsp;</p>');
  });
});

describe('plainPerson', () => {
  it.each([
    ['john@example.com (John Doe)', 'John Doe'],
    ['John Doe <john@example.com>', 'John Doe'],
    ['John Doe (john@example.com)', 'John Doe'],
    ['John Doe', 'John Doe'],
  ])('%s', (text, name) => {
    expect(plainPerson(text)).toBe(name);
  });
});
