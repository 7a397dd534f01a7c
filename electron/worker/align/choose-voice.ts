interface ListedVoice {
  readonly identifier: string;
  readonly languages: readonly { readonly priority: number; readonly name: string }[];
}

/**
 * The voice of eSpeak NG for a language (BCP 47, in any case): the one for its region, else the first that speaks the language at
 * all. Null where there is none.
 */
export function chooseVoice(language: string, voices: readonly ListedVoice[]): string | null {
  const parts = language.toLowerCase().replaceAll('_', '-').split('-');
  for (let length = parts.length; length > 0; length--) {
    const wanted = parts.slice(0, length).join('-');
    const offers = voices.flatMap(({ identifier, languages }) =>
      languages
        .filter(({ name }) => name.toLowerCase() === wanted || name.toLowerCase().startsWith(`${wanted}-`))
        .map(({ name, priority }) => ({
          identifier,
          name,
          priority,
          isExact: name.toLowerCase() === wanted,
        })),
    );
    const best = offers.sort((one, other) => rank(one) - rank(other))[0];
    if (best) return best.identifier.split('/').at(-1) ?? best.identifier;
  }
  return null;
}

/** Exact names first; among several voices of one name eSpeak says which it prefers. */
function rank({ isExact, priority }: { isExact: boolean; priority: number }): number {
  return (isExact ? 0 : 1_000) + priority;
}
