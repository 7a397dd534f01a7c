const untidy = /[\t\f\v\u00a0\r\u00ad\u200b\u2060\ufeff]|\s\s|^\s|\s$/;
/** Where a line may or may not break inside a word: soft hyphens, and characters without a width. */
const invisible = /[\u00ad\u200b\u2060\ufeff]+/g;

/** The text without what would part its words for the eye only. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** Lines without surrounding white space, single spaces between words, no empty lines, nothing invisible. */
export function tidyText(text: string): string {
  if (!untidy.test(text) && !text.includes('\n ') && !text.includes(' \n')) return text;
  return withoutInvisible(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** `tidyText`, and where each of the ascending `offsets` into `text` has moved to. */
export function tidyWithOffsets(
  text: string,
  offsets: readonly number[],
): { readonly text: string; readonly offsets: number[] } {
  const moved: number[] = [];
  let tidied = '';
  for (const token of text.matchAll(/\s+|\S+/g)) {
    const blank = token[0].trim() === '';
    const written = blank
      ? separator({ token: token[0], isFirst: tidied === '', isLast: endsAt(token) === text.length })
      : token[0];
    for (
      let next = offsets[moved.length];
      next !== undefined && next < endsAt(token);
      next = offsets[moved.length]
    )
      moved.push(tidied.length + Math.min(next - token.index, written.length));
    tidied += written;
  }
  while (moved.length < offsets.length) moved.push(tidied.length);
  return { text: tidied, offsets: moved };
}

function separator(run: { token: string; isFirst: boolean; isLast: boolean }): string {
  if (run.isFirst || run.isLast) return '';
  return run.token.includes('\n') ? '\n' : ' ';
}

function endsAt(token: RegExpExecArray): number {
  return token.index + token[0].length;
}
