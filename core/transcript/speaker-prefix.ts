export interface SpeakerLine {
  readonly speaker?: string;
  readonly text: string;
}

const bracketed = /^(?:>>\s*|[-–—]\s*)?\[([^\]\n]{1,40})\]:\s*/u;
const beforeColon = /^(?:>>\s*|[-–—]\s*)?([^:\n]{1,40}?)\s?:[ \n]\s*/u;
const nameWord = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.'’_-]*$/u;
const namePart =
  /^(?:\d{1,3}|#\d{1,3}|de|da|del|di|du|la|le|van|von|der|den|bin|ibn|al|el|и|and|&|фон|де|\(.+\)|\p{Lu}\.)$/u;

/** Words that open a sentence with a colon in prose far more often than they name anyone. */
const notNames = new Set(
  (
    'note warning example remember question answer update also spoiler important result conclusion first second third ' +
    'finally however listen look namely chapter part step ps today here there this that ' +
    'внимание важно итак вывод пример например вопрос ответ итог результат примечание помните главное первое второе ' +
    'третье наконец смотрите короче значит дальше глава часть шаг сегодня вот это тут здесь потому следовательно'
  ).split(' '),
);

/**
 * Takes a leading `Name: ` off a line. Only what looks like a name counts: at most four words, capitalised (any script),
 * so that "he said: no" and "12:30" stay text; colons after the first stay where they are.
 */
export function splitSpeaker(line: string): SpeakerLine {
  const inBrackets = bracketed.exec(line);
  if (inBrackets?.[1]) return { speaker: inBrackets[1].trim(), text: line.slice(inBrackets[0].length) };
  const match = beforeColon.exec(line);
  const name = match?.[1]?.trim() ?? '';
  if (!match || !looksLikeName(name)) return { text: line };
  return { speaker: name, text: line.slice(match[0].length) };
}

/** At most four capitalised words, none of them a word that merely opens sentences. */
export function looksLikeName(name: string): boolean {
  const words = name.split(/\s+/);
  const [first = ''] = words;
  if (words.length > 4 || name === '' || !nameWord.test(first)) return false;
  if (words.length === 1 && notNames.has(name.toLowerCase())) return false;
  return words.every((word) => nameWord.test(word) || namePart.test(word));
}
