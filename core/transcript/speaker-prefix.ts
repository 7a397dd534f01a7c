import { answerLabels, labels, questionLabels, speakingPlaces, speakingRoles } from './speaker-words.ts';

/** A name, or what looks like one, before a colon at the start of a line; before a dash where it is set in capitals. */
export interface SpeakerPrefix {
  readonly speaker: string;
  /** The same for every spelling of one speaker: lower case, ё as е, without what stands in brackets or after a comma. */
  readonly key: string;
  /** Characters of the line that are not said. */
  readonly length: number;
  /**
   * How much it says by itself: `certain` and `role` name a speaker, `name` and `label` may as well be words, `letter` ("В. Кто?")
   * an initial.
   */
  readonly kind: 'certain' | 'role' | 'name' | 'label' | 'letter';
  /** What follows begins as speech does: with a capital, a figure, a quotation. */
  readonly opensSpeech: boolean;
}

const dash = String.raw`^(?:>>+\s*|[-–—]\s*)?`;
const bracketed = new RegExp(String.raw`${dash}\[([^\]\n]{1,40})\]:\s*`, 'u');
const beforeColon = new RegExp(String.raw`${dash}([^:\n]{1,80}?)\s?:(?:[ \n\u00a0]\s*|$)`, 'u');
/** «А. ВЕНЕДИКТОВ – Добрый вечер»: in capitals, as stations print their talks; `США – это` is a word of one. */
const beforeDash =
  /^((?:\p{Lu}\.[ \u00a0]?){1,2}\p{Lu}[\p{Lu}-]+|\p{Lu}[\p{Lu}-]{3,}(?:[ \u00a0]\p{Lu}[\p{Lu}-]+){0,2})[ \u00a0][–—-][ \u00a0]+(?=\S)/u;
/** "В. Почему?" and "О. Потому." as depositions and readers' letters are printed. */
const questionOrAnswer = /^([ВОQA])\.\s+(?=\S)/u;
const nameWord = /^["«“]?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.'’_-]*["»”]?$/u;
const namePart =
  /^(?:№?\d{1,3}|#\d{1,3}|de|da|del|di|du|la|le|van|von|der|den|bin|ibn|al|el|и|and|&|фон|де|\p{Lu}\.)$/u;
const afterName = /^(.{1,40}?)(?:\s*\([^()]{1,60}\)|,\s[^.!?;]{2,60})$/u;
const lowerCaseFollows = /^["'“„«([—–-]*\s*\p{Ll}/u;
const longestName = 40;
const roleWords = 5;

/**
 * What stands before the first colon of a line, if it can be a speaker; colons after it are words. Whether it is one, the
 * whole text tells (`findSpeakers`).
 */
export function readSpeakerPrefix(line: string): SpeakerPrefix | undefined {
  const inBrackets = bracketed.exec(line);
  if (inBrackets?.[1])
    return prefixOf(line, { speaker: inBrackets[1].trim(), length: inBrackets[0].length, kind: 'certain' });
  const match = beforeColon.exec(line);
  const speaker = match?.[1]?.trim() ?? '';
  const kind = kindOf(speaker);
  if (match && kind) return prefixOf(line, { speaker, length: match[0].length, kind });
  const dashed = beforeDash.exec(line);
  if (dashed?.[1]) return prefixOf(line, { speaker: dashed[1], length: dashed[0].length, kind: 'name' });
  const letter = questionOrAnswer.exec(line);
  return letter?.[1]
    ? prefixOf(line, { speaker: letter[1], length: letter[0].length, kind: 'letter' })
    : undefined;
}

/** At most four capitalised words, none of them a word that merely opens sentences. */
export function looksLikeName(text: string): boolean {
  const kind = kindOf(text);
  return kind === 'name' || kind === 'role';
}

/** The same for every spelling of one name. */
export function speakerKey(speaker: string): string {
  const name = afterName.exec(speaker)?.[1] ?? speaker;
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/["«»“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function prefixOf(line: string, found: Pick<SpeakerPrefix, 'speaker' | 'length' | 'kind'>): SpeakerPrefix {
  const rest = line.slice(found.length, found.length + 20);
  return { ...found, key: keyOf(found), opensSpeech: !lowerCaseFollows.test(rest) };
}

function kindOf(text: string): 'role' | 'name' | 'label' | undefined {
  const name = afterName.exec(text)?.[1] ?? text;
  const words = name.split(/\s+/);
  const first = (words[0] ?? '').toLowerCase();
  if (name === '' || name.length > longestName || !nameWord.test(words[0] ?? '')) return undefined;
  if (speakingPlaces.has(name.toLowerCase())) return 'role';
  if (speakingRoles.has(first) || words[1]?.toLowerCase() === 'голос')
    return words.length <= roleWords ? 'role' : undefined;
  if (questionLabels.has(first) || answerLabels.has(first))
    return words.length <= roleWords ? 'label' : undefined;
  const isName = words.length <= 4 && words.every((word) => nameWord.test(word) || namePart.test(word));
  if (!isName) return undefined;
  return labels.has(first.replace(/[.-].*$/, '')) ? 'label' : 'name';
}

function keyOf({ speaker, kind }: Pick<SpeakerPrefix, 'speaker' | 'kind'>): string {
  if (kind === 'letter') return letterKey(speaker);
  return kind === 'label' ? labelKey(speaker) : speakerKey(speaker);
}

/** Of a letter before a dot, which is no initial only beside its counterpart. */
export function letterKey(letter: string): string {
  return `${letter}. `;
}

/** "Вопрос 3" and "Вопрос из зала" are one label. */
function labelKey(label: string): string {
  const [first = ''] = label.toLowerCase().split(/\s+/);
  return questionLabels.has(first) || answerLabels.has(first) ? first : speakerKey(label);
}
