/** Letters looked at to tell the script of a text. */
const enough = 4000;

/**
 * The language (BCP 47) a text is to be spoken in to find it in the sound: what the text says of itself, else what its show says; but a
 * text in one script is never taken for a language of the other, as feeds often claim to be English. Russian and English stand for
 * the scripts where nobody says; `und` where it is neither.
 */
export function chooseAlignmentLanguage(given: {
  readonly text: string;
  readonly ofText: string;
  readonly ofShow: string;
}): string {
  const script = scriptOf(given.text);
  const said = [given.ofText, given.ofShow]
    .map((tag) => tag.trim().replaceAll('_', '-'))
    .find((tag) => tag !== '' && tag.toLowerCase() !== 'und' && mayBeIn(tag, script));
  if (said !== undefined) return said;
  if (script === 'cyrillic') return 'ru';
  return script === 'latin' ? 'en' : 'und';
}

type Script = 'cyrillic' | 'latin' | 'other';

function scriptOf(text: string): Script {
  const letters = text.slice(0, enough).match(/\p{L}/gu) ?? [];
  const share = (script: RegExp): number =>
    letters.filter((letter) => script.test(letter)).length / Math.max(1, letters.length);
  if (share(/\p{Script=Cyrillic}/u) > 0.5) return 'cyrillic';
  return share(/\p{Script=Latin}/u) > 0.5 ? 'latin' : 'other';
}

/** Languages written in Cyrillic letters alone, or in either. Every other one is taken for one of Latin or other letters. */
const cyrillic = new Set([
  'ru',
  'uk',
  'be',
  'bg',
  'mk',
  'tt',
  'ba',
  'cv',
  'kk',
  'ky',
  'tg',
  'mn',
  'os',
  'ab',
  'sah',
  'udm',
]);
const either = new Set(['sr', 'uz', 'az', 'bs', 'tk']);
const latin = new Set([
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'cs',
  'sk',
  'sv',
  'da',
  'nb',
  'no',
  'fi',
  'tr',
  'ro',
  'hu',
  'et',
  'lv',
  'lt',
]);

function mayBeIn(tag: string, script: Script): boolean {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  if (either.has(language)) return true;
  if (script === 'cyrillic') return !latin.has(language);
  return script === 'latin' ? !cyrillic.has(language) : !latin.has(language) && !cyrillic.has(language);
}
