import { fold } from '../text/fold.ts';

/** Tags of one highlight at most, and their longest, UTF-16 units. */
const mostTags = 20;
const longestTag = 50;

/** Tags as they are typed, apart by commas, semicolons or line breaks; a leading # and repetitions (ё = е, any case) are dropped. */
export function readTags(typed: string): string[] {
  const tags = new Map<string, string>();
  for (const part of typed.split(/[,;\n]/)) {
    const tag = part
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^#+\s*/, '')
      .slice(0, longestTag)
      .trim();
    const key = fold(tag);
    if (tag !== '' && !tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()].slice(0, mostTags);
}

/** As they are shown for typing. */
export function typedTags(tags: readonly string[]): string {
  return tags.join(', ');
}

/** Each tag once, however it is written, in the order of the alphabet. */
export function distinctTags(all: Iterable<string>, language: string): string[] {
  const tags = new Map<string, string>();
  for (const tag of all) if (!tags.has(fold(tag))) tags.set(fold(tag), tag);
  return [...tags.values()].sort(new Intl.Collator(language).compare);
}
