import { letterKey, speakerKey, type SpeakerPrefix } from './speaker-prefix.ts';
import { answerLabels, questionLabels } from './speaker-words.ts';

/** From this share of lines on that begin with a name, the whole text is a dialogue. */
const dialogueShare = 0.5;
/** So many times named speakers make a conversation, in which one more name is believed at its first occurrence. */
const conversationTurns = 4;

const oftenRepeated = 5;

const letterPairs = [
  ['В', 'О'],
  ['Q', 'A'],
] as const;

interface Count {
  times: number;
  speeches: number;
  readonly kind: SpeakerPrefix['kind'];
  readonly words: number;
}

/**
 * Which of the prefixes that open lines of one text name speakers (their keys). "Вывод один:" looks like "Анна:" where it
 * stands; but speakers come back, are known (`persons`: names the feed gives), are called by their role, or stand before
 * every other line. What only once stands before a colon among lines without names stays text.
 */
export function findSpeakers(
  openings: readonly (SpeakerPrefix | undefined)[],
  persons: readonly string[] = [],
): ReadonlySet<string> {
  const counts = countByKey(openings);
  const known = new Set(persons.flatMap(namesOf));
  const isDialogue = looksLikeDialogue(openings, counts);
  const speakers = new Set<string>();
  for (const [key, count] of counts) if (isSpeaker({ key, count, known, isDialogue })) speakers.add(key);
  for (const key of counts.keys()) if (isQuestionOrAnswer(key, counts)) speakers.add(key);
  for (const letters of letterPairs) addLetters(speakers, { letters, counts, lines: openings.length });
  if (turnsOf(speakers, counts) >= conversationTurns)
    for (const [key, { kind, speeches, words }] of counts)
      if (kind === 'name' && speeches > 0 && words > 1) speakers.add(key);
  return speakers;
}

function countByKey(openings: readonly (SpeakerPrefix | undefined)[]): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const prefix of openings) {
    if (!prefix) continue;
    const words = prefix.key.split(' ').length;
    const count = counts.get(prefix.key) ?? { times: 0, speeches: 0, kind: prefix.kind, words };
    count.times += 1;
    if (prefix.opensSpeech) count.speeches += 1;
    counts.set(prefix.key, count);
  }
  return counts;
}

function isSpeaker(candidate: {
  key: string;
  count: Count;
  known: ReadonlySet<string>;
  isDialogue: boolean;
}): boolean {
  const { key, count, known, isDialogue } = candidate;
  if (count.kind === 'certain' || known.has(key)) return true;
  if (count.kind === 'label' || count.kind === 'letter') return false;
  // Recognisers write no capitals; what comes back so often is no phrase.
  const speaks = count.speeches * 2 >= count.times || count.times >= oftenRepeated;
  return speaks && (count.kind === 'role' || count.times > 1 || isDialogue);
}

/** Questions want answers: either label alone is a word unless it comes back. */
function isQuestionOrAnswer(key: string, counts: ReadonlyMap<string, Count>): boolean {
  const isQuestion = questionLabels.has(key);
  if (!isQuestion && !answerLabels.has(key)) return false;
  const others = isQuestion ? answerLabels : questionLabels;
  return (
    [...others].some((other) => counts.has(other)) ||
    (isQuestion && key.length > 2 && (counts.get(key)?.times ?? 0) > 1)
  );
}

/** "В. Почему?" and "О. Потому." are questions and answers where they open many lines and alternate; else initials. */
function addLetters(
  speakers: Set<string>,
  {
    letters,
    counts,
    lines,
  }: { letters: readonly string[]; counts: ReadonlyMap<string, Count>; lines: number },
): void {
  const keys = letters.map(letterKey);
  const times = keys.map((key) => counts.get(key)?.times ?? 0);
  const isUsual = times.every((each) => each > 1) && Math.min(...times) * 4 >= lines;
  if (isUsual) keys.forEach((key) => speakers.add(key));
}

function looksLikeDialogue(
  openings: readonly (SpeakerPrefix | undefined)[],
  counts: ReadonlyMap<string, Count>,
): boolean {
  let named = 0;
  for (const { kind, speeches } of counts.values())
    if (kind !== 'label' && kind !== 'letter') named += speeches;
  return named >= openings.length * dialogueShare && (named > 1 || openings.length === 1);
}

function turnsOf(speakers: ReadonlySet<string>, counts: ReadonlyMap<string, Count>): number {
  let turns = 0;
  for (const key of speakers) turns += counts.get(key)?.times ?? 0;
  return turns;
}

/** A person is called by the full name, the first or the last one. */
function namesOf(person: string): string[] {
  const key = speakerKey(person);
  return [key, ...key.split(' ').filter((name) => name.length > 2)];
}
