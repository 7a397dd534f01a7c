/** Latin and Greek letters that carry their accent inside one code unit. Cyrillic is left out on purpose: й is a letter of its own. */
const accented = /[\u00c0-\u024f\u0386-\u03ce\u1e00-\u1fff]/g;
/** And soft hyphens. */
const combiningMarks = /[\u0300-\u036f\u00ad]+/g;
const hasSpecial = /[^\x20-\x7e\u0400-\u0450\u0452-\u04ff\u2010-\u2018\u201a-\u206f\u00ab\u00bb]/;
const decomposedShortI = /и\u0306/g;

/**
 * Text as comparisons see it: lower case, without accents, stress marks and soft hyphens, ё as е, typographic apostrophes and
 * no-break spaces as plain ones. й stays й, also when written as two code points.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!hasSpecial.test(lower)) return lower;
  return lower
    .replace(decomposedShortI, 'й')
    .replace(accented, (letter) => letter.normalize('NFD').charAt(0))
    .replace(combiningMarks, '')
    .replace(/ё/g, 'е')
    .replace(/ς/g, 'σ')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/[\u00a0\u202f\t\n\r]/g, ' ');
}

/**
 * For every UTF-16 unit of `fold(text)` the offset in `text` it came from, and at the end the length of `text`.
 * Folding only ever removes units, so equal lengths mean equal offsets and the map is needed only otherwise.
 */
export function foldedOffsets(text: string): Int32Array {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    const joined = (unit === 'и' || unit === 'И') && text.charAt(at + 1) === '\u0306';
    if (fold(unit) !== '') offsets.push(at);
    if (joined) at += 1;
  }
  offsets.push(text.length);
  return Int32Array.from(offsets);
}
