/** Whole number of at least zero from an attribute or element; `undefined` for anything else (feeds write `0:00`, `N/A`, `1,024`). */
export function readCount(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (!/^\d{1,15}$/.test(trimmed)) return undefined;
  return Number(trimmed);
}

/** Decimal number of at least zero; a comma is read as a point. */
export function readDecimal(text: string | undefined): number | undefined {
  const trimmed = text?.trim().replace(',', '.') ?? '';
  return /^\d{1,12}(?:\.\d{1,12})?$/.test(trimmed) ? Number(trimmed) : undefined;
}

/** Seconds as a decimal number, in whole ms. */
export function readSeconds(text: string | undefined): number | undefined {
  const seconds = readDecimal(text);
  return seconds === undefined ? undefined : Math.round(seconds * 1000);
}
