import { readFileSync } from 'node:fs';
import path from 'node:path';
import { splitWords } from '../../../core/transcript/split-words.ts';
import { matchSounds } from './match-sounds.ts';
import { readWav } from './read-wav.ts';

/** Where Debian's `festvox-ru` puts the voice: 99 minutes of one reader, each utterance with its text and its phones. */
const folder = '/usr/share/festival/voices/russian/msu_ru_nsh_clunits';

/** Something that was said: how many samples at 16 kHz it has, its text, and where each word of that text begins. */
export interface Utterance {
  readonly text: string;
  readonly length: number;
  /** ms from the beginning of the utterance; null for a word that the labels do not time. */
  readonly wordStartsMs: readonly (number | null)[];
}

const sampleRate = 16_000;
/** So long before a word that follows a pause nothing is heard yet. */
const silenceMs = 30;

const letters: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('аеёиоуыэюя', (letter) => [letter, 'V'])),
  ...{
    й: 'j',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    ж: 'zh',
    з: 'z',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    п: 'p',
    р: 'r',
  },
  ...{ с: 's', т: 't', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sch' },
};
const vowels = /^(ii|yy|uu|ee|oo|aa|a|e|i|y|u|ae|ay|ur)$/;

/** The texts of the corpus in reading order; stress marks are taken out. */
export function readTexts(): { name: string; text: string }[] {
  return readFileSync(path.join(folder, 'etc/txt.done.data'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const found = /^\( (\S+) "(.*)" \)$/.exec(line);
      return found ? [{ name: found[1]!, text: found[2]!.replaceAll('+', '') }] : [];
    });
}

export function readUtterance({ name, text }: { name: string; text: string }): Utterance {
  const phones = readPhones(path.join(folder, `lab/${name}.lab`));
  const words = splitWords(text).map(({ start, end }) => text.slice(start, end).toLowerCase());
  const sounds = words.flatMap((word, index) =>
    Array.from(word).flatMap((letter) => (letters[letter] ? [{ name: letters[letter], word: index }] : [])),
  );
  const phoneOf = matchSounds(
    sounds.map(({ name: sound }) => sound),
    phones.map(({ name: phone }) => soundClass(phone)),
  );
  const wordStartsMs = words.map((_, index) => {
    const heard = sounds.flatMap(({ word }, at) =>
      word === index && phoneOf[at]! >= 0 ? [phoneOf[at]!] : [],
    );
    return heard.length > 0 ? phones[heard[0]!]!.startMs : null;
  });
  return { text, length: readSamples(name).length, wordStartsMs };
}

export function readSamples(name: string): Float32Array {
  return readWav(path.join(folder, `wav/${name}.wav`));
}

/** What is said before the first pause, which the corpus writes as a comma: all of it when there is none. */
export function beginningOf(whole: Utterance): Utterance {
  const comma = whole.text.indexOf(',');
  const count = comma < 0 ? 0 : splitWords(whole.text.slice(0, comma)).length;
  const nextMs = whole.wordStartsMs[count];
  if (count === 0 || typeof nextMs !== 'number') return whole;
  return {
    text: `${whole.text.slice(0, comma)}.`,
    length: Math.round(((nextMs - silenceMs) / 1000) * sampleRate),
    wordStartsMs: whole.wordStartsMs.slice(0, count),
  };
}

function readPhones(file: string): { name: string; startMs: number }[] {
  let startMs = 0;
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [end, , name] = line.trim().split(/\s+/);
      if (name === undefined) return [];
      const phone = { name, startMs };
      startMs = Number(end) * 1000;
      return name === 'pau' ? [] : [phone];
    });
}

/** Vowels are written one way and said another; a doubled letter marks a soft consonant. */
function soundClass(phone: string): string {
  if (vowels.test(phone)) return 'V';
  return /^(.)\1$/.test(phone) ? phone.slice(1) : phone;
}
