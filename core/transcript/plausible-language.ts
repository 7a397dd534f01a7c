import { cyrillicLanguages, latinLanguages } from './language-scripts.ts';

const lettersLookedAt = 4_000;

/**
 * The first of the languages named (BCP 47) that the letters of a text allow: templates say `en` of everything. Empty when
 * none is left, but `ru` for Cyrillic letters.
 */
export function plausibleLanguage(text: string, named: readonly string[]): string {
  const sample = text.slice(0, lettersLookedAt);
  const cyrillicLetters = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latinLetters = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const isCyrillic = cyrillicLetters > latinLetters;
  const excluded = isCyrillic ? latinLanguages : latinLetters > 0 ? cyrillicLanguages : new Set<string>();
  const found = named.find((tag) => tag !== '' && !excluded.has(tag.toLowerCase().split(/[-_]/)[0] ?? ''));
  return found ?? (isCyrillic ? 'ru' : '');
}
