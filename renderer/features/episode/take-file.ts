import i18next from 'i18next';
import { importAudio } from '../../library/import-audio.ts';
import { notify } from '../../ui/notices.tsx';
import { tellFailure } from './tell-failure.ts';

/** Takes audio that is on this computer already for an episode, and says how that went. */
export async function takeFile(episodeId: string): Promise<void> {
  const taken = await importAudio(episodeId);
  tellFailure(taken);
  if (taken.ok && taken.value) notify({ tone: 'info', title: i18next.t('episode.fileTaken') });
}
