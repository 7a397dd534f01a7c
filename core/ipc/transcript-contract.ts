import { z } from 'zod';
import { appErrorSchema } from '../app-error-schema.ts';
import { transcriptLinkSchema } from '../feed/feed.ts';
import { transcriptSchema } from '../transcript/transcript.ts';
import { requestIdSchema, urlSchema } from './feed-contract.ts';

const named = { name: z.string().max(400) };

/** Texts that the listener brings: those that could be read, and why the others could not. */
export const broughtTextsSchema = z.object({
  texts: z.array(z.object({ ...named, transcript: transcriptSchema })),
  failed: z.array(z.object({ ...named, error: appErrorSchema })),
});

/** Texts that lay beside an audio file when it was taken; what could not be read is not among them. */
export const takenTextsSchema = broughtTextsSchema.pick({ texts: true });

const episodeId = z.string().regex(/^[a-z0-9-]{1,80}$/);
export const feedLanguageSchema = z.string().max(100);
const feedLanguage = feedLanguageSchema;

export const transcriptContract = {
  /** Fetches and reads every variant. A variant that fails is named in `failed`; the others still come, best first. */
  'transcript:load': {
    args: z.object({
      requestId: requestIdSchema,
      variants: z.array(transcriptLinkSchema).max(50),
      /** Text carried by the feed itself, untrusted HTML. */
      feedTextHtml: z.string().max(20_000_000).optional(),
      feedLanguage,
      feedUrl: urlSchema,
      /** Names of those who are heard, as the feed gives them. */
      persons: z.array(z.string().max(200)).max(100).optional(),
    }),
    result: z.object({
      transcripts: z.array(transcriptSchema),
      failed: z.array(z.object({ url: z.string(), error: appErrorSchema })),
    }),
  },
  /** Reads texts whose contents the window has: dropped files, and what was typed or pasted (`name` is empty then). */
  'transcript:read': {
    args: z.object({
      files: z
        .array(z.object({ ...named, content: z.union([z.instanceof(Uint8Array), z.string()]) }))
        .max(20),
      feedLanguage,
    }),
    result: broughtTextsSchema,
  },
  /** Opens the system's file dialog and reads what was chosen; nothing when it was closed. */
  'transcript:choose': { args: z.object({ feedLanguage }), result: broughtTextsSchema },
  /** Reads the texts that lie beside the audio of a downloaded episode, under its name. */
  'transcript:find-beside': { args: z.object({ episodeId, feedLanguage }), result: broughtTextsSchema },
} as const;

export type BroughtTexts = z.infer<typeof broughtTextsSchema>;
export type TakenTexts = z.infer<typeof takenTextsSchema>;
