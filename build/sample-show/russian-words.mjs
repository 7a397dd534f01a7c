import { readFileSync } from 'node:fs';

/** @typedef {{ phone: string, startMs: number, endMs: number }} Phone */

const letters = new Map(
  Object.entries({
    а: 'V',
    е: 'V',
    ё: 'V',
    и: 'V',
    о: 'V',
    у: 'V',
    ы: 'V',
    э: 'V',
    ю: 'V',
    я: 'V',
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
    с: 's',
    т: 't',
    ф: 'f',
    х: 'h',
    ц: 'c',
    ч: 'ch',
    ш: 'sh',
    щ: 'sch',
  }),
);
const vowels = /^(ii|yy|uu|ee|oo|aa|a|e|i|y|u|ae|ay|ur)$/;

/**
 * Times each word by lining its letters up with the corpus's phone labels (edit distance over sound classes).
 * @param {{ label: string, shown: string[] }} clip path of the .lab file, the words as displayed
 * @returns {import('./english-words.mjs').TimedWord[]} times in ms from the start of the clip
 */
export function timeRussianWords({ label, shown }) {
  const phones = readPhones(label);
  const sounds = shown.flatMap((text, word) =>
    [...text.toLowerCase()]
      .filter((letter) => letters.has(letter))
      .map((letter) => ({ class: String(letters.get(letter)), word })),
  );
  const phoneOfSound = align(
    sounds.map((sound) => sound.class),
    phones.map((phone) => soundClass(phone.phone)),
  );
  return shown.map((text, word) => {
    const heard = sounds
      .flatMap((sound, index) => (sound.word === word ? [phones[phoneOfSound[index] ?? -1]] : []))
      .filter((phone) => phone !== undefined);
    const first = heard.at(0);
    const last = heard.at(-1);
    if (!first || !last) throw new Error(`No sound found for ${text} in ${label}`);
    return { text, startMs: Math.round(first.startMs), endMs: Math.round(last.endMs) };
  });
}

/** @param {string} label @returns {Phone[]} the labels without pauses */
function readPhones(label) {
  /** @type {Phone[]} */
  const phones = [];
  let startMs = 0;
  for (const line of readFileSync(label, 'utf8').split('\n')) {
    const [end, , phone] = line.trim().split(/\s+/);
    if (!phone) continue;
    const endMs = Number(end) * 1000;
    if (phone !== 'pau') phones.push({ phone, startMs, endMs });
    startMs = endMs;
  }
  return phones;
}

/** @param {string} phone a doubled consonant letter means a soft one: the class is the same */
function soundClass(phone) {
  if (vowels.test(phone)) return 'V';
  return /^(.)\1$/.test(phone) ? phone.slice(1) : phone;
}

/**
 * @param {string[]} expected @param {string[]} heard
 * @returns {number[]} for each expected sound the index of its phone, -1 where it was not said
 */
function align(expected, heard) {
  const cost = expected
    .map(() => new Float64Array(heard.length + 1))
    .concat([new Float64Array(heard.length + 1)]);
  const at = (/** @type {number} */ row, /** @type {number} */ column) => cost[row]?.[column] ?? 0;
  for (let row = 0; row <= expected.length; row += 1) {
    for (let column = 0; column <= heard.length; column += 1) {
      const steps = [
        row > 0 && column > 0
          ? at(row - 1, column - 1) + mismatch(expected[row - 1], heard[column - 1])
          : Infinity,
        row > 0 ? at(row - 1, column) + 0.7 : Infinity,
        column > 0 ? at(row, column - 1) + 0.7 : Infinity,
      ];
      const line = cost[row];
      if (line) line[column] = row + column === 0 ? 0 : Math.min(...steps);
    }
  }
  const found = expected.map(() => -1);
  let row = expected.length;
  let column = heard.length;
  while (row > 0 && column > 0) {
    if (at(row, column) === at(row - 1, column - 1) + mismatch(expected[row - 1], heard[column - 1])) {
      found[(row -= 1)] = column -= 1;
    } else if (at(row, column) === at(row - 1, column) + 0.7) row -= 1;
    else column -= 1;
  }
  return found;
}

/** @param {string | undefined} letter @param {string | undefined} phone */
function mismatch(letter, phone) {
  if (letter === phone) return 0;
  return letter === 'V' || phone === 'V' ? 1.2 : 0.5;
}
