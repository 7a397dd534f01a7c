const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Languages (ISO 639-1) by the letters they are written in. */
export const cyrillicLanguages = words('ru uk be bg mk sr kk ky mn tg tt ba cv');
export const latinLanguages = words(
  'en de fr es it pt nl sv no nb nn da fi pl cs sk sl hr hu ro et lv lt tr ca gl eu ga cy is sq id ms vi eo la',
);
export const otherLanguages = words('ja zh ko ar he fa ur hi bn ta te th el ka hy am');
