import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appErrorCodes } from '../../core/app-error.ts';
import en from './en.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };

type Words = { readonly [key: string]: string | Words };
const languages = { en, ru } as const satisfies Record<string, Words>;
const pluralSuffix = /_(zero|one|two|few|many|other)$/;

function flatten(words: Words, path = ''): Map<string, string> {
  const found = Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : [...flatten(value, `${path}${key}.`)],
  );
  return new Map(found);
}

const flat = { en: flatten(en), ru: flatten(ru) };
const baseKeys = (words: Map<string, string>) =>
  [...new Set([...words.keys()].map((key) => key.replace(pluralSuffix, '')))].sort();
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).sort();

/** The code of the interface, tests left out. */
function sources(): { file: string; text: string }[] {
  const root = new URL('..', import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => ({ file, text: readFileSync(new URL(file, root), 'utf8') }));
}

describe('words', () => {
  it('are the same set in every language', () => {
    expect(baseKeys(flat.ru)).toEqual(baseKeys(flat.en));
  });

  it.each(Object.keys(languages) as (keyof typeof languages)[])(
    'have every plural form of %s',
    (language) => {
      const needed = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
      const plurals = [...flat[language].keys()].filter((key) => pluralSuffix.test(key));
      for (const key of new Set(plurals.map((plural) => plural.replace(pluralSuffix, '')))) {
        const forms = plurals.filter((plural) => plural.replace(pluralSuffix, '') === key);
        expect([key, ...forms.map((form) => pluralSuffix.exec(form)![1]!).sort()]).toEqual([key, ...needed]);
      }
    },
  );

  it('fill in the same values in every language', () => {
    for (const [key, text] of flat.ru) {
      const english = flat.en.get(key) ?? flat.en.get(key.replace(pluralSuffix, '_other'));
      if (english === undefined || pluralSuffix.test(key)) continue;
      expect([key, ...placeholders(text)]).toEqual([key, ...placeholders(english)]);
    }
  });

  it('are never empty', () => {
    const empty = [...flat.en, ...flat.ru].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('say for every failure what happened and what to do', () => {
    const missing = appErrorCodes.flatMap((code) =>
      ['title', 'advice'].map((part) => `error.${code}.${part}`).filter((key) => !flat.en.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it('exist for every key the interface names', () => {
    const known = new Set(baseKeys(flat.en));
    const unknown = sources().flatMap(({ file, text }) =>
      [...text.matchAll(/\bt\(\s*'([^']+)'/g)]
        .filter((match) => !known.has(match[1]!) && !flat.en.has(match[1]!))
        .map((match) => `${file}: ${match[1]!}`),
    );
    expect(unknown).toEqual([]);
  });

  it('are all said somewhere', () => {
    const code = sources()
      .map(({ text }) => text)
      .join('\n');
    const families = [...code.matchAll(/`([\w.-]+\.)\$\{/g)].map((match) => match[1]!);
    const unsaid = baseKeys(flat.en).filter(
      (key) => !code.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
    );
    expect(unsaid).toEqual([]);
  });
});
