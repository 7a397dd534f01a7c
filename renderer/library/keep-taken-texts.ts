import type { TakenTexts } from '../../core/ipc/transcript-contract.ts';
import { run } from './commands.ts';
import { getEpisode } from './episodes.ts';
import { listOwnTexts } from './own-texts.ts';

/**
 * Keeps texts that lay beside audio which was taken for an episode. Which text is shown stays as it is; one that was brought before is
 * not kept twice. One that cannot be kept is no reason to refuse the audio.
 */
export async function keepTakenTexts(episodeId: string, { texts }: TakenTexts): Promise<void> {
  const known = new Set((await listOwnTexts(episodeId)).map(contentOf));
  for (const { name, transcript } of texts) {
    if (known.has(contentOf({ name, transcript }))) continue;
    const text = { id: crypto.randomUUID(), episodeId, name, addedAt: Date.now(), transcript };
    await run({ kind: 'keep-own-text', text });
  }
}

/** In which language the show is, as its feed says, for reading texts: as long as may be asked. */
export async function feedLanguageOf(episodeId: string): Promise<string> {
  const view = await getEpisode(episodeId);
  return (view?.podcast.language ?? '').slice(0, 100);
}

function contentOf({ name, transcript }: TakenTexts['texts'][number]): string {
  return JSON.stringify([name, transcript.paragraphs]);
}
