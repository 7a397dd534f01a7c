import { highlightLink } from './highlight-link.ts';
import type { TextHighlight } from './highlight.ts';

/** Highlights for other programs. `at`: when they are saved, ms since the epoch; times in the file are ISO 8601 or ms of audio. */
export function writeJson(highlights: readonly TextHighlight[], at: number): string {
  const file = {
    format: 'earmark-highlights',
    version: 1,
    savedAt: isoTime(at),
    highlights: highlights.map(describe),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function describe(highlight: TextHighlight): object {
  const { quote, prefix, suffix, note, tags, colour, startMs, endMs, origin } = highlight;
  return {
    quote,
    prefix,
    suffix,
    note,
    tags,
    colour,
    startMs,
    endMs,
    show: origin.show,
    episode: origin.episode,
    author: origin.author,
    publishedAt: origin.publishedAt === undefined ? undefined : isoTime(origin.publishedAt),
    link: highlightLink(highlight) ?? undefined,
    language: origin.text.language || undefined,
    createdAt: isoTime(highlight.createdAt),
    changedAt: isoTime(highlight.updatedAt),
  };
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
