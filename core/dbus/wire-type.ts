/** One complete type of a signature (D-Bus specification, "Type System"). */
export type WireType =
  | { readonly code: BasicCode | 'v' }
  | { readonly code: 'a'; readonly of: WireType }
  /** A struct, or the entry of a dictionary: the same on the wire. */
  | { readonly code: '('; readonly of: readonly WireType[] };

const basicCodes = ['y', 'b', 'n', 'q', 'i', 'u', 'x', 't', 'd', 'h', 's', 'o', 'g'] as const;
export type BasicCode = (typeof basicCodes)[number];

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}' };
const longest = 255;
const deepest = 32;

/** The types a signature lists. Throws a `RangeError` on what is no signature. */
export function parseSignature(signature: string): WireType[] {
  if (signature.length > longest) throw new RangeError('a signature is too long');
  const types: WireType[] = [];
  for (let at = 0; at < signature.length;) {
    const { type, end } = parseType(signature, at, 0);
    types.push(type);
    at = end;
  }
  return types;
}

/** The boundary (bytes) where values of this type begin. */
export function alignmentOf({ code }: WireType): number {
  if ('ygv'.includes(code)) return 1;
  if ('nq'.includes(code)) return 2;
  return 'xtd('.includes(code) ? 8 : 4;
}

function parseType(signature: string, at: number, depth: number): { type: WireType; end: number } {
  const code = signature[at] ?? '';
  if (depth > deepest) throw new RangeError(`too deep: ${signature}`);
  if (code === 'a') {
    const { type, end } = parseType(signature, at + 1, depth + 1);
    return { type: { code, of: type }, end };
  }
  const close = closing[code];
  if (close !== undefined) return parseMembers(signature, { at: at + 1, close, depth });
  if (code !== 'v' && !isBasic(code)) throw new RangeError(`no signature: ${signature}`);
  return { type: { code }, end: at + 1 };
}

function parseMembers(
  signature: string,
  { at, close, depth }: { at: number; close: string; depth: number },
): { type: WireType; end: number } {
  const members: WireType[] = [];
  while (signature[at] !== close) {
    const { type, end } = parseType(signature, at, depth + 1);
    members.push(type);
    at = end;
  }
  return { type: { code: '(', of: members }, end: at + 1 };
}

function isBasic(code: string): code is BasicCode {
  return (basicCodes as readonly string[]).includes(code);
}
