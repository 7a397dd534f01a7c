import { run } from '../../library/commands.ts';
import { play } from '../playback-commands.ts';
import { usePlayback } from '../playback-store.ts';
import type { LeftOut } from './effects-store.ts';
import { useEffects } from './effects-store.ts';

/** Plays an intro or outro after all. What plays by now in the place of the outro is put back into the queue. */
export async function takeBackLeftOut({ kind, episodeId, fromMs }: LeftOut): Promise<void> {
  useEffects.setState({ leftOut: null });
  const playing = usePlayback.getState().episodeId;
  if (kind === 'outro') {
    await run({ kind: 'mark-played', episodeIds: [episodeId], played: false });
    if (playing !== null && playing !== episodeId) {
      await run({ kind: 'enqueue', episodeId: playing, place: 'next' });
    }
  }
  await play(episodeId, { atMs: fromMs });
  if (kind === 'outro') useEffects.setState({ hearsOutro: true });
}
