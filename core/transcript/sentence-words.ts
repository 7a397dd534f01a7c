const afterStop = /[\s"'“‘„«»([{¿¡–—-]*/uy;
const wordAt = /[\p{L}\p{M}'’-]{1,40}/uy;
const longestToken = 40;

/** What stands after a stop. */
export interface NextWord {
  /** Offset of its first character, past white space, dashes and opening quotes. */
  readonly at: number;
  readonly first: string;
  /** Its first two characters. */
  readonly start: string;
  readonly word: string;
  /** A letter with a dot: "А. С. Пушкин". */
  readonly isInitial: boolean;
}

export function nextWord(text: string, from: number): NextWord {
  afterStop.lastIndex = from;
  afterStop.exec(text);
  const at = afterStop.lastIndex;
  wordAt.lastIndex = at;
  const word = wordAt.exec(text)?.[0] ?? '';
  return {
    at,
    first: text.charAt(at),
    start: text.slice(at, at + 2),
    word,
    isInitial: word.length === 1 && text.charAt(at + 1) === '.',
  };
}

/** What stands before `at`, without white space, dashes or opening quotes in it; `start` is where its sentence starts. */
export interface TokenBefore {
  readonly token: string;
  readonly from: number;
  readonly isFirst: boolean;
}

export function tokenBefore(text: string, at: number, start: number): TokenBefore {
  let from = at;
  while (from > start && at - from < longestToken && !/[\s"'“‘„«([{–—]/u.test(text.charAt(from - 1)))
    from -= 1;
  return { token: text.slice(from, at), from, isFirst: from <= start };
}

/** The token before that one in the same sentence, empty when there is none. */
export function tokenBeforeThat(text: string, from: number, start: number): string {
  let at = from;
  while (at > start && /[\s(«"„]/.test(text.charAt(at - 1))) at -= 1;
  return tokenBefore(text, at, start).token;
}
