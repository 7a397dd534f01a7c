/** A Russian word as it stands after 1, after 2 to 4, and after 5: «рубль, рубля, рублей». */
export type CountForms = readonly [one: string, few: string, many: string];

const numberAtEnd = /(\d+)([.,]\d+)?[\s\u00a0]*$/;

/** The form that goes with the number at the end of `before`; that of many where none stands there («несколько тысяч»). */
export function countForm(before: string, [one, few, many]: CountForms): string {
  const [, whole, part] = numberAtEnd.exec(before) ?? [];
  if (whole === undefined) return many;
  if (part !== undefined) return few;
  const [last, lastTwo] = [Number(whole) % 10, Number(whole.slice(-2))];
  if (lastTwo >= 11 && lastTwo <= 14) return many;
  if (last === 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}
