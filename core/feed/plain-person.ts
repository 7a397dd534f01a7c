import { plainTitle } from './plain-title.ts';

/** Name of an author as RSS writes them: `john@example.com (John Doe)`, `John Doe <john@example.com>`, or just a name. */
export function plainPerson(text: string): string {
  if (text === '') return '';
  const inBrackets = /^\S+@\S+\s+\((.+)\)$/.exec(text.trim())?.[1];
  const beforeBrackets = /^(.*\S)\s*[(<]\s*\S+@\S+\s*[)>]$/.exec(text.trim())?.[1];
  return plainTitle(inBrackets ?? beforeBrackets ?? text);
}
