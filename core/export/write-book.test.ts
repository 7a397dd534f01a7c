import { describe, expect, it } from 'vitest';
import { overlayClips } from './overlay-clips.ts';
import { madeText, madeTranscript } from './testing/made-text.ts';
import type { BookOptions } from './write-book.ts';
import { writeBook } from './write-book.ts';

const audio = { name: 'audio.mp3', mediaType: 'audio/mpeg' };
const options = { id: 'earmark:1', now: Date.UTC(2026, 11, 1), audio };

function book(change: Partial<BookOptions> = {}, text = madeText()): Map<string, string> {
  return new Map([...writeBook(text, { ...options, ...change })].map(({ path, content }) => [path, content]));
}

/** Every `attribute="value"` of a document. */
const values = (document: string, attribute: string): string[] =>
  [...document.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map((match) => match[1]!);

const seconds = (clock: string): number => Number(clock.slice(0, -1));

describe('writeBook', () => {
  it('begins with its media type and leads to the package', () => {
    const files = [...writeBook(madeText(), options)];
    expect(files[0]).toEqual({ path: 'mimetype', content: 'application/epub+zip' });
    expect(book().get('META-INF/container.xml')).toContain('full-path="EPUB/package.opf"');
  });

  it('lists every file once, with what it is, and reads the sections in order', () => {
    const files = book();
    const opf = files.get('EPUB/package.opf')!;
    const listed = values(opf, 'href').sort();
    const there = [...files.keys()].filter((path) => path.startsWith('EPUB/') && !path.endsWith('.opf'));
    expect(listed).toEqual([...there.map((path) => path.slice(5)), 'audio.mp3'].sort());
    expect(values(opf, 'idref')).toEqual(['text-1', 'text-2']);
    expect(values(opf, 'media-overlay')).toEqual(['overlay-1', 'overlay-2']);
    expect(opf).toContain('<dc:title>Ёлка &amp; &lt;tree&gt;</dc:title>');
    expect(opf).toContain('<dc:language>ru</dc:language>');
    expect(opf).toContain('<meta property="dcterms:modified">2026-12-01T00:00:00Z</meta>');
  });

  it('marks each word while it is said, without holes between', () => {
    const files = book();
    const clips = ['1', '2'].flatMap((section) => {
      const smil = files.get(`EPUB/text-${section}.smil`)!;
      const text = files.get(`EPUB/text-${section}.xhtml`)!;
      const ids = new Set(values(text, 'id'));
      for (const target of values(smil, 'src').filter((src) => src.includes('#'))) {
        expect(target.startsWith(`text-${section}.xhtml#`)).toBe(true);
        expect(ids.has(target.split('#')[1]!), target).toBe(true);
      }
      const ends = values(smil, 'clipEnd');
      return values(smil, 'clipBegin').map((begin, at) => [seconds(begin), seconds(ends[at]!)] as const);
    });
    expect(clips[0]).toEqual([1, 1.5]);
    clips.forEach(([begin, end], at) => {
      expect(end).toBeGreaterThan(begin);
      if (at > 0) expect(begin).toBe(clips[at - 1]![1]);
    });
  });

  it('says how long it plays: the parts make the whole', () => {
    const opf = book().get('EPUB/package.opf')!;
    const durations = [...opf.matchAll(/media:duration"([^>]*)>([\d.]+)s</g)];
    const parts = durations.filter(([, refines]) => refines !== '').map(([, , time]) => Number(time));
    const whole = durations.find(([, refines]) => refines === '')?.[2];
    expect(parts).toHaveLength(2);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(Number(whole), 3);
    expect(Number(whole)).toBeCloseTo(15, 1);
  });

  it('is for reading only without audio', () => {
    const files = book({ audio: null });
    expect([...files.keys()].some((path) => path.endsWith('.smil'))).toBe(false);
    expect(files.get('EPUB/package.opf')).not.toContain('media:');
    expect(files.get('EPUB/text-1.xhtml')).toContain('Всё ещё впереди &amp; близко.</p>');
  });

  it('has no empty element, and refers to nothing but elements with a name, which reading systems refuse', () => {
    const files = book({}, madeText({ about: { title: 'A', show: '', author: '', link: '' } }));
    expect(files.get('EPUB/package.opf')).not.toMatch(/<(dc:[a-z]+)[^>]*>\s*<\/\1>/);
    const smil = files.get('EPUB/text-1.smil')!;
    expect([...values(smil, 'src'), ...values(smil, 'epub:textref')]).not.toContain('text-1.xhtml');
  });

  it('goes on being XML whatever was said', () => {
    const transcript = madeTranscript('One \u0007bell, \ud83d half and <b> bold.');
    for (const content of book({}, madeText({ transcript })).values()) {
      expect(content).not.toMatch(/[\u0000-\u0008\ud800-\udfff]/);
      expect(content.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
    }
  });

  it('cuts a long text into files of a bearable length, and names the first of a chapter only', () => {
    const transcript = madeTranscript(Array.from({ length: 600 }, (_, at) => `Line ${at}.`).join('\n\n'));
    const files = book({ audio: null }, madeText({ transcript, chapters: [] }));
    expect([...files.keys()].filter((path) => path.endsWith('.xhtml'))).toHaveLength(4);
    expect(values(files.get('EPUB/nav.xhtml')!, 'href').filter((href) => href.startsWith('text'))).toEqual([
      'text-1.xhtml',
    ]);
  });
});

describe('overlayClips', () => {
  it('takes the finest that is known: a sentence where words are estimates', () => {
    const { paragraphs } = madeTranscript('WEBVTT\n\n00:01.000 --> 00:03.000\nOne two. Three.\n');
    expect(overlayClips({ paragraphs }).map(({ id }) => id)).toEqual(['p0s0', 'p0s1']);
  });

  it('takes a paragraph where only that has a time, and nothing where nothing has', () => {
    const paragraph = { text: 'One.', startMs: 5, endMs: 9, sentences: [{ start: 0, end: 4, words: [] }] };
    const bare = { text: 'Two.', sentences: [] };
    expect(overlayClips({ paragraphs: [paragraph, bare] })).toEqual([
      { id: 'p0', paragraph: 0, startMs: 5, endMs: 9 },
    ]);
  });
});
