import { z } from 'zod';

/** Shapes of a parsed feed. Times are ms since the epoch or ms of length; sizes are bytes; addresses are absolute. */

export const personSchema = z.object({
  name: z.string(),
  role: z.string().optional(),
  group: z.string().optional(),
  imageUrl: z.string().optional(),
  link: z.string().optional(),
});

export const transcriptLinkSchema = z.object({
  url: z.string(),
  /** MIME type in lower case without parameters; empty when the feed gives none. */
  type: z.string(),
  language: z.string().optional(),
  rel: z.string().optional(),
});

export const chapterSchema = z.object({
  startMs: z.number().int().nonnegative(),
  endMs: z.number().int().nonnegative().optional(),
  title: z.string(),
  imageUrl: z.string().optional(),
  link: z.string().optional(),
  /** `false`: the chapter only changes the art and is not listed (podcast:chapters, `toc`). */
  listed: z.boolean(),
});

export const enclosureSchema = z.object({
  url: z.string(),
  type: z.string(),
  /** What the feed claims; only a hint. */
  bytes: z.number().int().nonnegative().optional(),
});

export const soundbiteSchema = z.object({
  startMs: z.number().int().nonnegative(),
  durationMs: z.number().int().nonnegative(),
  title: z.string(),
});

export const fundingSchema = z.object({ url: z.string(), text: z.string() });

/** podcast:location; `geo` (RFC 5870) and `osm` are as the feed gives them. */
export const locationSchema = z.object({
  name: z.string(),
  rel: z.string().optional(),
  geo: z.string().optional(),
  osm: z.string().optional(),
  country: z.string().optional(),
});

/** podcast:image (and the older podcast:images, whose entries have only a width). */
export const imageSchema = z.object({
  url: z.string(),
  purpose: z.string().optional(),
  alt: z.string().optional(),
  width: z.number().int().nonnegative().optional(),
  height: z.number().int().nonnegative().optional(),
  type: z.string().optional(),
});

/** podcast:license: a name or SPDX identifier, and where its text stands. */
export const licenseSchema = z.object({ name: z.string(), url: z.string().optional() });

/** podcast:txt */
export const noteSchema = z.object({ purpose: z.string().optional(), text: z.string() });

/** podcast:remoteItem: another show, or one episode of it. */
export const remoteItemSchema = z.object({
  feedGuid: z.string().optional(),
  feedUrl: z.string().optional(),
  itemGuid: z.string().optional(),
  medium: z.string().optional(),
  title: z.string().optional(),
});

export const trailerSchema = z.object({
  title: z.string(),
  url: z.string(),
  type: z.string(),
  bytes: z.number().int().nonnegative().optional(),
  publishedAt: z.number().int().optional(),
  season: z.number().int().optional(),
});

/** podcast:socialInteract: where people talk about the episode; lowest priority number first. */
export const discussionSchema = z.object({
  protocol: z.string(),
  url: z.string().optional(),
  accountId: z.string().optional(),
  priority: z.number().optional(),
});

/** podcast:liveItem: a broadcast, never an episode. */
export const liveItemSchema = z.object({
  identity: z.string().min(1),
  title: z.string(),
  status: z.enum(['pending', 'live', 'ended']),
  startAt: z.number().int().optional(),
  endAt: z.number().int().optional(),
  link: z.string().optional(),
  enclosure: enclosureSchema.optional(),
  contentLinks: z.array(z.object({ url: z.string(), text: z.string() })),
});

export const parsedEpisodeSchema = z.object({
  /** Identity within its podcast, see `episode-identity.ts`; never empty, unique within one parsed feed. */
  identity: z.string().min(1),
  guid: z.string().optional(),
  title: z.string(),
  link: z.string().optional(),
  author: z.string().optional(),
  publishedAt: z.number().int().optional(),
  durationMs: z.number().int().nonnegative().optional(),
  season: z.number().int().optional(),
  seasonName: z.string().optional(),
  episodeNumber: z.number().optional(),
  episodeDisplay: z.string().optional(),
  episodeType: z.enum(['full', 'trailer', 'bonus']).optional(),
  explicit: z.boolean().optional(),
  categories: z.array(z.string()),
  /** Plain text, one or two sentences long, made from the shortest description the feed gives. */
  teaser: z.string(),
  /** Untrusted HTML of the notes (the richest of content:encoded, description, summary); empty when none. */
  notesHtml: z.string(),
  /** Untrusted HTML or text of the whole article when the feed carries one (yandex:full-text, turbo:content). */
  fullTextHtml: z.string().optional(),
  imageUrl: z.string().optional(),
  enclosure: enclosureSchema.optional(),
  alternateEnclosures: z.array(
    z.object({
      type: z.string(),
      bytes: z.number().int().nonnegative().optional(),
      title: z.string().optional(),
      bitrate: z.number().optional(),
      language: z.string().optional(),
      isDefault: z.boolean(),
      sources: z.array(z.object({ url: z.string(), type: z.string().optional() })),
      integrity: z.object({ type: z.string(), value: z.string() }).optional(),
    }),
  ),
  transcripts: z.array(transcriptLinkSchema),
  chapters: z.array(chapterSchema),
  chaptersUrl: z.string().optional(),
  persons: z.array(personSchema),
  soundbites: z.array(soundbiteSchema),
  /** The rest is absent when the feed says nothing. */
  fundings: z.array(fundingSchema).optional(),
  locations: z.array(locationSchema).optional(),
  images: z.array(imageSchema).optional(),
  license: licenseSchema.optional(),
  notes: z.array(noteSchema).optional(),
  discussions: z.array(discussionSchema).optional(),
  contentLinks: z.array(z.object({ url: z.string(), text: z.string() })).optional(),
  /** podcast:value: listeners can pay; Earmark only says so. */
  acceptsValue: z.boolean().optional(),
});

export const feedWarningSchema = z.object({
  /** What was lost or mended, e.g. `xml-broken`, `episode-without-enclosure`, `duplicate-guid`, `encoding-guessed`. */
  code: z.string(),
  count: z.number().int().positive(),
  detail: z.string().optional(),
});

export const parsedFeedSchema = z.object({
  title: z.string(),
  /** Plain text; paragraphs are separated by line breaks. */
  description: z.string(),
  author: z.string().optional(),
  link: z.string().optional(),
  language: z.string().optional(),
  imageUrl: z.string().optional(),
  categories: z.array(z.string()),
  explicit: z.boolean().optional(),
  kind: z.enum(['episodic', 'serial']),
  medium: z.string().optional(),
  podcastGuid: z.string().optional(),
  newFeedUrl: z.string().optional(),
  nextPageUrl: z.string().optional(),
  copyright: z.string().optional(),
  fundings: z.array(fundingSchema),
  persons: z.array(personSchema),
  updateFrequency: z
    .object({ text: z.string(), complete: z.boolean(), rrule: z.string().optional() })
    .optional(),
  episodes: z.array(parsedEpisodeSchema),
  warnings: z.array(feedWarningSchema),
  /** The rest is absent when the feed says nothing. */
  /** itunes:category with its nesting, e.g. `['News', 'Tech News']`; `categories` has the same names flat. */
  categoryPaths: z.array(z.array(z.string())).optional(),
  keywords: z.array(z.string()).optional(),
  owner: z.object({ name: z.string().optional(), email: z.string().optional() }).optional(),
  firstPageUrl: z.string().optional(),
  images: z.array(imageSchema).optional(),
  locations: z.array(locationSchema).optional(),
  license: licenseSchema.optional(),
  notes: z.array(noteSchema).optional(),
  podroll: z.array(remoteItemSchema).optional(),
  publisher: remoteItemSchema.optional(),
  trailers: z.array(trailerSchema).optional(),
  liveItems: z.array(liveItemSchema).optional(),
  acceptsValue: z.boolean().optional(),
  usesPodping: z.boolean().optional(),
  /** podcast:locked: addressed to hosts; a private client shows it at most. */
  locked: z.boolean().optional(),
});

export type Person = z.infer<typeof personSchema>;
export type TranscriptLink = z.infer<typeof transcriptLinkSchema>;
export type Chapter = z.infer<typeof chapterSchema>;
export type Enclosure = z.infer<typeof enclosureSchema>;
export type Soundbite = z.infer<typeof soundbiteSchema>;
export type Funding = z.infer<typeof fundingSchema>;
export type PodcastLocation = z.infer<typeof locationSchema>;
export type PodcastImage = z.infer<typeof imageSchema>;
export type License = z.infer<typeof licenseSchema>;
export type Note = z.infer<typeof noteSchema>;
export type RemoteItem = z.infer<typeof remoteItemSchema>;
export type Trailer = z.infer<typeof trailerSchema>;
export type Discussion = z.infer<typeof discussionSchema>;
export type LiveItem = z.infer<typeof liveItemSchema>;
export type AlternateEnclosure = ParsedEpisode['alternateEnclosures'][number];
export type ParsedEpisode = z.infer<typeof parsedEpisodeSchema>;
export type ParsedFeed = z.infer<typeof parsedFeedSchema>;
export type FeedWarning = z.infer<typeof feedWarningSchema>;
