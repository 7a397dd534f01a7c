import { z } from 'zod';

const podcastId = z.string().regex(/^[0-9a-f]{16}$/);
const count = z.number().int().nonnegative();

/** How many files of a folder have been read, of those that must be. */
export const folderProgressSchema = z.object({ podcastId, done: count, total: count });

export const folderChangedSchema = z.object({ podcastId });

/** Folders of this computer as shows; they are fetched and refreshed by `feed:fetch` like any other. */
export const folderContract = {
  /**
   * Lets the user choose a folder and makes it a show, or, with `podcastId`, the place of that show's folder from now on. Paths stay with
   * the main process.
   */
  'folder:choose': {
    args: z.object({ podcastId: podcastId.optional() }),
    result: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('chosen'), podcastId }),
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },
  /** Forgets what is known of the folder; the folder and its files stay as they are. */
  'folder:forget': { args: z.object({ podcastId }), result: z.object({}) },
  /** Shows the folder in the system's file manager. */
  'folder:reveal': { args: z.object({ podcastId }), result: z.object({}) },
} as const;
