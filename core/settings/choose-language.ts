import type { Settings } from './settings.ts';

export type Language = 'en' | 'ru';

/** The language in force: the command line, else the user's choice, else the first system language Earmark speaks, else English. */
export function chooseLanguage(given: {
  commandLine: string;
  setting: Settings['language'];
  system: readonly string[];
}): Language {
  if (given.commandLine !== '') return languageOf(given.commandLine) ?? 'en';
  if (given.setting !== 'system') return given.setting;
  return given.system.map(languageOf).find((language) => language !== null) ?? 'en';
}

function languageOf(tag: string): Language | null {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return primary === 'en' || primary === 'ru' ? primary : null;
}
