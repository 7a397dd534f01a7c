import { normalise } from '../../transcript/normalise.ts';
import { parseText } from '../../transcript/parse-text.ts';
import type { Transcript } from '../../transcript/transcript.ts';
import { describeQuote } from '../describe-quote.ts';
import type { TextHighlight } from '../highlight.ts';

/** A text as the reader has it; `[1:05]` before a paragraph times it. */
export function madeText(text: string, language = 'en'): Transcript {
  const source = { kind: 'publisher', format: 'text' } as const;
  const content = { kind: 'paragraphs', paragraphs: parseText(text) } as const;
  return { language, source, warnings: [], ...normalise(content) };
}

/** A highlight with everything a test does not name set to something plain. */
export function madeHighlight(highlight: Partial<TextHighlight> = {}): TextHighlight {
  return {
    id: 'h1',
    episodeId: '0123456789abcdef-1',
    quote: 'A quote',
    prefix: '',
    suffix: '',
    share: 0,
    colour: 'yellow',
    note: '',
    tags: [],
    createdAt: Date.UTC(2026, 10, 14, 12),
    updatedAt: Date.UTC(2026, 10, 14, 12),
    origin: {
      show: 'Lighthouse and Bread',
      episode: 'How a small port learned to wait',
      feedUrl: 'https://example.com/feed.xml',
      feedKey: 'example.com/feed.xml',
      text: { kind: 'publisher', language: 'en' },
    },
    ...highlight,
  };
}

/** The first place of `words` in the text, marked. */
export function marked(text: Transcript, words: string, nth = 0): TextHighlight {
  const places = text.paragraphs.flatMap((paragraph, index) =>
    [...paragraph.text.matchAll(new RegExp(words, 'g'))].map((match) => ({ index, start: match.index })),
  );
  const place = places[nth]!;
  const anchor = describeQuote(
    text,
    { paragraph: place.index, offset: place.start },
    { paragraph: place.index, offset: place.start + words.length },
  );
  const { origin } = madeHighlight();
  return madeHighlight({
    ...anchor!,
    origin: { ...origin, text: { kind: 'publisher', language: text.language } },
  });
}
