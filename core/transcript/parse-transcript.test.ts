import { describe, expect, it } from 'vitest';
import { parseTranscript, parseTranscriptText, type TranscriptOrigin } from './parse-transcript.ts';
import type { Transcript } from './transcript.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (bytes: Uint8Array | string, origin: Partial<TranscriptOrigin> = {}) =>
  parseTranscript(typeof bytes === 'string' ? utf8(bytes) : bytes, { kind: 'publisher', ...origin });

function read(bytes: Uint8Array | string, origin: Partial<TranscriptOrigin> = {}): Transcript {
  const result = parse(bytes, origin);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail ?? ''}`);
  return result.value;
}

describe('parseTranscript', () => {
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi there.';

  it.each([
    ['text/plain', vtt, 'vtt'],
    ['text/vtt', '1\n00:00:01,000 --> 00:00:02,000\nHi', 'srt'],
    ['text/html', '{"segments":[{"startTime":1,"body":"Hi"}]}', 'json'],
    ['application/json', '<p>Hi</p>', 'html'],
    ['application/x-subrip', 'Hi there.', 'text'],
    ['', 'Bare <b>words</b> first', 'html'],
    ['', '<dl><dt>Anna</dt><dd>Hi.</dd></dl>', 'html'],
  ])('believes the text, not the announced %s', (type, text, format) => {
    const transcript = read(text, { type });
    expect(transcript.source.format).toBe(format);
    expect(transcript.warnings.map((warning) => warning.code)).toEqual(type === '' ? [] : ['format-differs']);
  });

  const textOf = (transcript: Transcript): string =>
    transcript.paragraphs.map(({ text }) => text).join(' | ');

  it('takes what is announced as HTML for it where references alone show it', () => {
    expect(textOf(read('AT&amp;T &laquo;Да&raquo;', { type: 'text/html' }))).toBe('AT&T «Да»');
    expect(textOf(read('AT&amp;T', { type: 'text/plain' }))).toBe('AT&amp;T');
  });

  it.each([
    'Пра\u00adви\u00adтель\u200bство ушло.',
    '<p>Пра&shy;ви&#173;тель&shy;ство ушло.</p>',
    'WEBVTT\n\n00:01.000 --> 00:02.000\nПра&shy;ви\u00adтельство ушло.',
    '{"segments":[{"startTime":1,"body":"Пра\\u00adвительство ушло."}]}',
  ])('leaves out what may break a word at the end of a line: %s', (text) => {
    const [sentence] = read(text).paragraphs[0]!.sentences;
    expect([textOf(read(text)), sentence!.words.length]).toEqual(['Правительство ушло.', 2]);
  });

  it('keeps which paragraphs are headings, and lets nobody say them', () => {
    const read = parseTranscriptText('<p>Anna: Yes.</p><p>Anna: No.</p><h2>Later</h2><p>Night.</p>', {
      kind: 'page',
    });
    const set = read.ok ? read.value.paragraphs : [];
    expect(set.map(({ text, heading, speaker }) => ({ text, heading, speaker }))).toEqual([
      { text: 'Yes.', speaker: 'Anna' },
      { text: 'No.', speaker: 'Anna' },
      { text: 'Later', heading: true },
      { text: 'Night.' },
    ]);
  });

  it('keeps where it came from', () => {
    const origin = { url: 'https://example.com/a.vtt', rel: 'captions', language: 'en', type: 'text/vtt' };
    expect(read(vtt, origin)).toMatchObject({
      language: 'en',
      source: { kind: 'publisher', url: origin.url, rel: 'captions', format: 'vtt' },
      timing: 'cue',
      warnings: [],
    });
  });

  it('reads names before a colon in WebVTT without voice tags', () => {
    expect(read('WEBVTT\n\n00:01.000 --> 00:02.000\nИван: Да.').paragraphs[0]).toMatchObject({
      speaker: 'Иван',
      text: 'Да.',
    });
  });

  it('reads WebVTT whose first line is missing', () => {
    const transcript = read('00:01.000 --> 00:02.000\n<v Ann>Hi', { type: 'text/vtt' });
    expect(transcript.paragraphs[0]).toMatchObject({ speaker: 'Ann', text: 'Hi' });
    expect(transcript.warnings.map((warning) => warning.code)).toContain('signature-missing');
  });

  it('reads an old Russian encoding and says it guessed', () => {
    const windows1251 = Uint8Array.from('Добрый день, друзья.', (letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x0410 + 0xc0;
    });
    const transcript = read(windows1251);
    expect(transcript.paragraphs[0]?.text).toBe('Добрый день, друзья.');
    expect(transcript.warnings).toEqual([{ code: 'encoding-guessed', count: 1, detail: 'windows-1251' }]);
  });

  it.each([
    ['', 'transcript-empty'],
    ['  \n ', 'transcript-empty'],
    ['WEBVTT', 'transcript-empty'],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\n♪', 'transcript-empty'],
    ['{"segments":[]}', 'transcript-empty'],
    ['{"segments":[', 'transcript-unreadable'],
    ['<script>only()</script><p></p>', 'transcript-empty'],
  ])('fails on %j with %s', (text, code) => {
    const result = parse(text);
    expect(!result.ok && result.error.code).toBe(code);
  });

  it('refuses a web page where captions were announced, and accepts one where a page was', () => {
    const page = '<!doctype html><html><body><p>It rained all day.</p></body></html>';
    expect(parse(page, { type: 'text/vtt' })).toMatchObject({
      ok: false,
      error: { code: 'transcript-unreadable' },
    });
    expect(parse(page, { type: 'text/html' }).ok).toBe(true);
  });

  it.each([
    ['http-not-found', '<html><title>Page not found</title><body><h1>Oops</h1><p>Try the search.</p></body>'],
    [
      'page-sign-in',
      '<html><title>Radio</title><body><form><p>Sign in to read on.</p><input type=password></form></body>',
    ],
    [
      'page-consent',
      `<html><title>Before you continue</title><p>${'We and our partners store cookies. With your consent we measure ads. '.repeat(6)}</p>`,
    ],
  ])('says %s of a page in place of the text', (code, html) => {
    expect(parse(html, { type: 'text/html' })).toMatchObject({ ok: false, error: { code } });
  });

  it.each([
    ['a PDF', '%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj'],
    ['RTF', '{\\rtf1\\ansi Hello, world.}'],
    ['an office file', 'PK\u0003\u0004 word/document.xml'],
  ])('says of %s that it is a document', (_name, file) => {
    expect(parse(file, { type: 'text/plain' })).toMatchObject({
      ok: false,
      error: { code: 'transcript-document' },
    });
  });

  it('refuses a picture', () => {
    const png = Uint8Array.from({ length: 4000 }, (_, at) => (at * 37) % 256);
    expect(parse(png)).toMatchObject({ ok: false, error: { code: 'transcript-unreadable' } });
  });
});
