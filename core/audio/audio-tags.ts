import { z } from 'zod';

const text = z.string().max(1000);

/** What the tags of an audio file say, whatever their format; what is absent was not there or not readable. */
export const audioTagsSchema = z.object({
  title: text.optional(),
  /** Album: of a podcast, the show. */
  album: text.optional(),
  artist: text.optional(),
  albumArtist: text.optional(),
  genre: text.optional(),
  /** As written, e.g. `2026-11-22` or `2026`. */
  date: text.optional(),
  track: z.number().int().nonnegative().optional(),
  disc: z.number().int().nonnegative().optional(),
  /** ISO 639, as written. */
  language: text.optional(),
  /** Plain text of the episode's description or comment. */
  description: z.string().max(20_000).optional(),
  /** Episode guid and addresses of page, audio and feed: they name the episode where the other tags only describe it. */
  identifiers: z.array(z.string().max(2000)).max(20),
});

export type AudioTags = z.infer<typeof audioTagsSchema>;

export const noTags: AudioTags = { identifiers: [] };

const longest = { usual: 1000, description: 20_000, identifier: 2000 } as const;
const mostIdentifiers = 20;

/** Tags as a reader of one format found them, before they are held to their limits. */
export interface FoundTags {
  readonly texts: Partial<
    Record<
      'title' | 'album' | 'artist' | 'albumArtist' | 'genre' | 'date' | 'language' | 'description',
      string
    >
  >;
  /** `3`, `3/12` … */
  readonly track?: string | undefined;
  readonly disc?: string | undefined;
  readonly identifiers: readonly string[];
}

/** Holds what was found to the limits of the schema; empty texts and numbers that are none are left out. */
export function tidyTags({ texts, track, disc, identifiers }: FoundTags): AudioTags {
  const tags: AudioTags = {
    identifiers: [...new Set(identifiers.map((one) => one.trim().slice(0, longest.identifier)))]
      .filter((one) => one !== '')
      .slice(0, mostIdentifiers),
  };
  for (const [name, value] of Object.entries(texts) as [keyof FoundTags['texts'], string | undefined][]) {
    const most = name === 'description' ? longest.description : longest.usual;
    const kept = value?.replaceAll('\0', ' ').trim().slice(0, most) ?? '';
    if (kept !== '') tags[name] = kept;
  }
  const [trackNumber, discNumber] = [numberOf(track), numberOf(disc)];
  return {
    ...tags,
    ...(trackNumber !== undefined && { track: trackNumber }),
    ...(discNumber !== undefined && { disc: discNumber }),
  };
}

function numberOf(written: string | undefined): number | undefined {
  const [, digits] = /^\s*(\d{1,9})/.exec(written ?? '') ?? [];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}
