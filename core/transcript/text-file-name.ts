import { cyrillicLanguages, latinLanguages, otherLanguages } from './language-scripts.ts';

/** What the name of a text file may end in. */
export const textFileEndings = ['vtt', 'srt', 'json', 'txt', 'html', 'htm', 'md'] as const;

const endings = new RegExp(`\\.(?:${textFileEndings.join('|')})$`, 'i');
const languageBefore = /\.([a-z]{2})(?:[-_][a-z]{2,4})?$/i;

/** Whether a file may hold a text, by its name. */
export function isTextFileName(name: string): boolean {
  return endings.test(name);
}

/** The language (BCP 47) a name carries before its ending, as in `talk.ru.srt`; empty when it carries none. */
export function languageOfName(name: string): string {
  const match = languageBefore.exec(name.replace(endings, ''));
  const language = match?.[1]?.toLowerCase() ?? '';
  const isKnown = [cyrillicLanguages, latinLanguages, otherLanguages].some((some) => some.has(language));
  return isKnown ? (match?.[0].slice(1).replace('_', '-') ?? '') : '';
}

/** Those of `names`, in order of the alphabet, that are texts of the audio file `audioName` in the same folder: `talk.vtt`, `talk.ru.srt` beside `talk.mp3`. */
export function textNamesBeside(audioName: string, names: readonly string[]): string[] {
  const base = audioName
    .replace(/\.[^.]+$/, '')
    .normalize('NFC')
    .toLowerCase();
  return names
    .filter((name) => {
      if (!isTextFileName(name) || name.startsWith('.')) return false;
      const bare = name.replace(endings, '').normalize('NFC');
      const withoutLanguage = languageOfName(name) === '' ? bare : bare.replace(languageBefore, '');
      return [bare, withoutLanguage].some((own) => own.toLowerCase() === base);
    })
    .sort();
}
