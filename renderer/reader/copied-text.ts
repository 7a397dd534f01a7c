import type { AboutEpisode } from '../../core/export/exported-text.ts';
import { xmlText } from '../../core/export/xml-text.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { selectedText } from './selected-text.ts';
import { comparePoints } from '../../core/transcript/text-point.ts';
import type { TextPoint } from '../../core/transcript/text-point.ts';
import { placeAtOffset, timeOfPlace } from './text-place.ts';

export interface CopiedText {
  readonly plain: string;
  /** For programs that take formatted text; null for a few words, which take the looks of where they are put. */
  readonly html: string | null;
}

interface Copy {
  readonly transcript: Transcript;
  readonly about: AboutEpisode;
  readonly from: TextPoint;
  readonly to: TextPoint;
  /** Words for where a passage comes from; `atMs` is null where the text has no times. */
  readonly nameSource: (about: AboutEpisode, atMs: number | null) => string;
}

/** A quotation of more words than this says where it comes from. */
const longestBare = 60;

/** What a copy of a passage holds: the words, and for a long one its source, the time it begins at, and the episode's address. */
export function copiedText({ transcript, about, from, to, nameSource }: Copy): CopiedText {
  const plain = selectedText(transcript, from, to);
  if (plain.split(/\s+/).length <= longestBare) return { plain, html: null };
  const source = nameSource(about, startMs(transcript, from, to));
  const link = about.link !== undefined && /^https?:/i.test(about.link) ? about.link : null;
  const paragraphs = plain.split('\n\n').map((text) => `<p>${xmlText(text)}</p>`);
  const named = link === null ? xmlText(source) : `<a href="${xmlText(link)}">${xmlText(source)}</a>`;
  return {
    plain: [plain, link === null ? source : `${source}\n${link}`].join('\n\n'),
    html: `<blockquote>${paragraphs.join('')}</blockquote><p>${named}</p>`,
  };
}

/** When the first word of the passage is said, ms. */
function startMs(transcript: Transcript, a: TextPoint, b: TextPoint): number | null {
  const { paragraph, offset } = comparePoints(a, b) <= 0 ? a : b;
  const here = transcript.paragraphs[paragraph];
  const place = here === undefined ? null : placeAtOffset(here, offset);
  return place === null ? null : timeOfPlace(transcript, { paragraph, ...place });
}
