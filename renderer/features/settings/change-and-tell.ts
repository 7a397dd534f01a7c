import i18next from 'i18next';
import type { SettingsPatch } from '../../../core/settings/settings.ts';
import { changeSettings } from '../../settings/settings-store.ts';
import { notify } from '../../ui/notices.tsx';
import { errorWords } from '../../words/error-words.ts';

/** Keeps a change; says why when it cannot be kept. */
export async function changeAndTell(patch: SettingsPatch): Promise<void> {
  const result = await changeSettings(patch);
  if (!result.ok) notify({ tone: 'failure', ...errorWords(i18next.t, result.error) });
}
