/** A document, and whether the text ended before it did. */
export interface ReadJson {
  readonly document: unknown;
  readonly isCut: boolean;
}

/**
 * Parses JSON as files have it: with a byte order mark, with `NaN` as some programs write, an object a line, broken off
 * (then everything up to the last object or list that is whole), or with something after it. `undefined` when nothing of
 * it is JSON.
 */
export function readJson(text: string): ReadJson | undefined {
  const plain = text.replace(/^\ufeff/, '');
  const whole = parsed(plain) ?? parsed(plain.replace(/([:[,] ?)(?:NaN|-?Infinity)(?= ?[,\]}])/g, '$1null'));
  if (whole) return { document: whole.value, isCut: false };
  const lines = parsedLines(plain);
  if (lines) return { document: lines, isCut: false };
  const mended = mend(plain);
  const rest = mended === undefined ? undefined : parsed(mended);
  return rest && { document: rest.value, isCut: true };
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function parsedLines(text: string): unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) return undefined;
  const values = lines.map(parsed);
  return values.every((value) => value !== undefined) ? values.map(({ value }) => value) : undefined;
}

/** Cuts after the last object or list that ended, and closes those around it. */
function mend(text: string): string | undefined {
  const open: string[] = [];
  let cut = 0;
  let depth = 0;
  // Strings are passed over whole, so that brackets in them do not count.
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|$)|[[\]{}]/gs)) {
    if (token === '{') open.push('}');
    else if (token === '[') open.push(']');
    else if (token === open.at(-1)) {
      open.pop();
      cut = index + 1;
      depth = open.length;
      if (depth === 0) break;
    } else if (token === '}' || token === ']') break;
  }
  return cut > 0 ? text.slice(0, cut) + open.slice(0, depth).reverse().join('') : undefined;
}
