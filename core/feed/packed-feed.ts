import { z } from 'zod';
import { parsedFeedSchema } from './feed.ts';

/**
 * A feed on its way to the window, its episodes as JSON texts. Objects are copied one by one at the bridge, all in one go:
 * 10,000 episodes stopped the window for two thirds of a second. Texts cost little there and are read at leisure.
 */
export const packedFeedSchema = parsedFeedSchema
  .omit({ episodes: true })
  .extend({ episodeTexts: z.array(z.string()) });

export type PackedFeed = z.infer<typeof packedFeedSchema>;
