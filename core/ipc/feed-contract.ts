import { z } from 'zod';
import { packedFeedSchema } from '../feed/packed-feed.ts';

export const requestIdSchema = z.string().regex(/^[a-z0-9-]{1,64}$/);
export const urlSchema = z.string().min(1).max(8192);

export const feedValidatorsSchema = z.object({
  etag: z.string().max(2000).optional(),
  lastModified: z.string().max(200).optional(),
  /** SHA-256 of the body: an equal body is not parsed again although the server sent it again. */
  bodyHash: z.string().max(128).optional(),
});

export const opmlOutlineSchema = z.object({
  feedUrl: urlSchema,
  title: z.string().max(2000),
  categories: z.array(z.string().max(500)).max(50),
});

/** Feeds a web page announces in its head. */
export const announcedFeedsSchema = z.array(z.object({ url: urlSchema, title: z.string() }));

export const opmlListSchema = z.object({
  outlines: z.array(opmlOutlineSchema),
  /** Entries that could not be used, as the file has them, so the user can be told. */
  rejected: z.array(z.object({ text: z.string(), reason: z.string() })),
});

export const feedContract = {
  /** Conditional GET and parse. `requestId` names the request for `request:cancel`. */
  'feed:fetch': {
    args: z.object({ requestId: requestIdSchema, url: urlSchema, validators: feedValidatorsSchema }),
    result: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('unchanged') }),
      z.object({
        kind: z.literal('fetched'),
        feed: packedFeedSchema,
        validators: feedValidatorsSchema,
        /** Where the feed lives now: differs from the asked address after permanent redirects only. */
        url: urlSchema,
      }),
      /** The address is a web page; these are the feeds it announces (maybe none). */
      z.object({ kind: z.literal('page'), feeds: announcedFeedsSchema }),
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },
  /** Opens the system's file dialog and reads the chosen list. */
  'feed:choose-opml': {
    args: z.object({}),
    result: z.discriminatedUnion('kind', [
      opmlListSchema.extend({ kind: z.literal('read') }),
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },
  /** Reads a list whose bytes the renderer already has (dropped file). */
  'feed:read-opml': {
    args: z.object({ bytes: z.instanceof(Uint8Array) }),
    result: opmlListSchema,
  },
  'feed:save-opml': {
    args: z.object({ title: z.string().max(200), outlines: z.array(opmlOutlineSchema).max(20_000) }),
    result: z.object({ saved: z.boolean() }),
  },
} as const;
