const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What windows-1252 has where Latin 1 has control codes: `&#146;` is meant as ’ wherever it is written. */
const windows1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** The longest reference that can be one, `&#x10FFFF;`, with room for leading zeros. */
export const longestReference = 16;

/**
 * Text with the five named and all numeric character references of XML 1.0 (section 4.1) replaced. Other references stay
 * as they are: entities declared in the document are never expanded, and HTML ones are the business of `html-to-text.ts`.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  if (text.includes('&#')) return decodeOneByOne(text);
  // The ampersand last: in `&amp;lt;` it must not make a new reference.
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

function decodeOneByOne(text: string): string {
  let ampersand = text.indexOf('&');
  let decoded = '';
  let copied = 0;
  while (ampersand >= 0) {
    const end = text.indexOf(';', ampersand + 1);
    if (end < 0) break;
    const replacement =
      end - ampersand <= longestReference ? referenced(text.slice(ampersand + 1, end)) : undefined;
    if (replacement !== undefined) {
      decoded += text.slice(copied, ampersand) + replacement;
      copied = end + 1;
    }
    ampersand = text.indexOf('&', replacement === undefined ? ampersand + 1 : end + 1);
  }
  return copied === 0 ? text : decoded + text.slice(copied);
}

function referenced(name: string): string | undefined {
  if (name.charCodeAt(0) !== 0x23) return Object.hasOwn(named, name) ? named[name] : undefined;
  const isHex = name[1] === 'x' || name[1] === 'X';
  const digits = name.slice(isHex ? 2 : 1);
  if (!(isHex ? /^[0-9a-f]+$/i : /^\d+$/).test(digits)) return undefined;
  return character(Number.parseInt(digits, isHex ? 16 : 10));
}

function character(codePoint: number): string {
  if (codePoint >= 0x80 && codePoint <= 0x9f) return windows1252.charAt(codePoint - 0x80);
  const isText = codePoint <= 0x10ffff && codePoint !== 0 && !(codePoint >= 0xd800 && codePoint <= 0xdfff);
  return isText ? String.fromCodePoint(codePoint) : '\ufffd';
}
