import i18next from 'i18next';
import type { BroughtTexts } from '../../../core/ipc/transcript-contract.ts';
import { addOwnTexts } from '../../library/add-own-texts.ts';
import { notify } from '../../ui/notices.tsx';
import { tellFailure } from './tell-failure.ts';

/** Keeps texts with their episode and says so; whether that went well. */
export async function keepBroughtTexts(episodeId: string, texts: BroughtTexts['texts']): Promise<boolean> {
  if (texts.length === 0) return true;
  const kept = await addOwnTexts(episodeId, texts);
  tellFailure(kept);
  if (kept.ok) notify({ tone: 'info', title: i18next.t('episode.textsAdded', { count: texts.length }) });
  return kept.ok;
}
