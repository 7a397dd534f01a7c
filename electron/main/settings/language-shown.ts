import { chooseLanguage } from '../../../core/settings/choose-language.ts';
import type { Language } from '../../../core/settings/choose-language.ts';
import type { SettingsStore } from './settings-store.ts';

/**
 * Says which language is shown now. `--lang` holds from the start on until the user chooses a language in this session:
 * the choice wins, in the menu as in the window.
 */
export function languageShown(
  settings: Pick<SettingsStore, 'read' | 'onChange'>,
  given: { commandLine: string; system: () => readonly string[] },
): () => Language {
  const atStart = settings.read().language;
  let hasChosen = false;
  settings.onChange(({ language }) => {
    hasChosen ||= language !== atStart;
  });
  return () =>
    chooseLanguage({
      commandLine: hasChosen ? '' : given.commandLine,
      setting: settings.read().language,
      system: given.system(),
    });
}
