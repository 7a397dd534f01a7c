import { z } from 'zod';

/** A piece of an article in its order. */
export const articleBlockSchema = z.object({
  kind: z.enum(['heading', 'paragraph', 'picture']),
  /** What is read: empty for a picture. */
  text: z.string(),
  /** The same for display. Made from the page and as little to be trusted. */
  html: z.string(),
  /** Which part of the text, 0 to 1, is the text of links. */
  linkShare: z.number().min(0).max(1),
});

/** What one page gives of an article. */
export const pagePartSchema = z.object({
  blocks: z.array(articleBlockSchema),
  /** BCP 47, as the page says; empty when it does not. */
  language: z.string(),
  /** Where the article goes on. */
  nextUrl: z.string().optional(),
});

export type ArticleBlock = z.infer<typeof articleBlockSchema>;
export type PagePart = z.infer<typeof pagePartSchema>;
