import { cyrillicLanguages, latinLanguages, otherLanguages } from './language-scripts.ts';

/** What the name of a text file may end in. */
export const textFileEndings = ['vtt', 'srt', 'json', 'txt', 'html', 'htm', 'md'] as const;

const endings = new RegExp(`\\.(?:${textFileEndings.join('|')})$`, 'i');
const languageBefore = /\.([a-z]{2,3})((?:[-_][a-z]{2,4})?)$/i;

/** Whether a file may hold a text, by its name. */
export function isTextFileName(name: string): boolean {
  return endings.test(name);
}

/**
 * The language (BCP 47) a name carries before its ending, as in `talk.ru.srt`, `talk.rus.srt`; empty when it carries none: two or
 * three letters may as well be a word, or the ending of the audio.
 */
export function languageOfName(name: string): string {
  const [, code = '', region = ''] = languageBefore.exec(name.replace(endings, '')) ?? [];
  if (code === '') return '';
  const language = Intl.getCanonicalLocales(code.toLowerCase())[0] ?? '';
  const isKnown = [cyrillicLanguages, latinLanguages, otherLanguages].some((some) => some.has(language));
  return isKnown ? language + region.replace('_', '-') : '';
}

/** A name without its ending and the language before it, where it carries one. */
export function withoutLanguage(name: string): string {
  return languageOfName(name) === ''
    ? name.replace(endings, '')
    : name.replace(endings, '').replace(languageBefore, '');
}
