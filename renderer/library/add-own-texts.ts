import type { BroughtTexts } from '../../core/ipc/transcript-contract.ts';
import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { run } from './commands.ts';
import { ownTextKey } from './episode-texts.ts';
import { patchEpisodeSettings } from './patch-episode-settings.ts';

/** Keeps what the listener brought with the episode, and shows the last of it from now on. */
export async function addOwnTexts(episodeId: string, texts: BroughtTexts['texts']): Promise<Result<null>> {
  let last = '';
  for (const { name, transcript } of texts) {
    const id = crypto.randomUUID();
    const kept = await run({
      kind: 'keep-own-text',
      text: { id, episodeId, name, addedAt: Date.now(), transcript },
    });
    if (!kept.ok) return kept;
    last = id;
  }
  return last === '' ? success(null) : patchEpisodeSettings(episodeId, { textKey: ownTextKey(last) });
}
