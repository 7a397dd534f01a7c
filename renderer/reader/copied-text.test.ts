import { describe, expect, it } from 'vitest';
import { parseTranscriptText } from '../../core/transcript/parse-transcript.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { copiedText } from './copied-text.ts';

function read(text: string): Transcript {
  const result = parseTranscriptText(text, { kind: 'publisher' });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const sentence = (seconds: number): string =>
  `00:00:${String(seconds).padStart(2, '0')}.000 --> 00:00:${String(seconds + 1).padStart(2, '0')}.000
One two & three four five six seven eight nine ten.`;
const timed = read(`WEBVTT\n\n${Array.from({ length: 10 }, (_, at) => sentence(at * 2)).join('\n\n')}`);
const about = { title: 'Title', show: 'Show', link: 'https://example.org/?a=1&b=2' };
const nameSource = ({ title, show }: { title: string; show: string }, atMs: number | null) =>
  `— “${title}”, ${show}, ${String(atMs)}`;
const end = { paragraph: timed.paragraphs.length - 1, offset: timed.paragraphs.at(-1)!.text.length };
const copy = (from: { paragraph: number; offset: number }, change: object = {}) =>
  copiedText({ transcript: timed, about, from, to: end, nameSource, ...change });

describe('copiedText', () => {
  it('says where a long passage comes from, when, and at which address', () => {
    const { plain, html } = copy({ paragraph: 0, offset: 0 });
    expect(plain).toMatch(/^One two & three/);
    expect(plain.endsWith('\n\n— “Title”, Show, 0\nhttps://example.org/?a=1&b=2')).toBe(true);
    expect(html).toMatch(/^<blockquote><p>One two &amp; three/);
    expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2">— “Title”, Show, 0</a>');
  });

  it('takes the time of the first word, whichever way the passage was selected', () => {
    const second = timed.paragraphs[0]!.sentences[1]!;
    const from = { paragraph: 0, offset: second.start };
    expect(copy(from).plain).toContain(`Show, ${String(second.startMs)}`);
    expect(copy(end, { to: from }).plain).toContain(`Show, ${String(second.startMs)}`);
  });

  it('leaves a few words alone', () => {
    const few = copy({ paragraph: 0, offset: 0 }, { to: { paragraph: 0, offset: 20 } });
    expect(few).toEqual({ plain: timed.paragraphs[0]!.text.slice(0, 20), html: null });
  });

  it('has no time where the text has none, and no link to what is no page', () => {
    const text = read(`${'Word '.repeat(70)}.`);
    const { plain, html } = copiedText({
      transcript: text,
      about: { ...about, link: 'javascript:alert(1)' },
      from: { paragraph: 0, offset: 0 },
      to: { paragraph: 0, offset: text.paragraphs[0]!.text.length },
      nameSource,
    });
    expect(plain).toMatch(/Show, null$/);
    expect(html).not.toContain('javascript');
  });
});
