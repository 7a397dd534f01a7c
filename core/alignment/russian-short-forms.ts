import type { CountForms } from './count-form.ts';

/** A pattern of what is written short, and what is said for it: in one form, or in that which its number asks for. */
export type ShortForm = readonly [written: string, said: string | CountForms];

const gap = String.raw`[\s\u00a0]?`;
const space = String.raw`[\s\u00a0]`;
const afterNumber = String.raw`(?<=\d${gap})`;
const beforeNumber = String.raw`(?=${gap}\d)`;
const beforeName = String.raw`(?=${gap}\p{Lu})`;
/** Within «5 млн руб.» the sum is counted in millions, of which there are many roubles. */
const counted = (written: string, forms: CountForms): readonly ShortForm[] => [
  [afterNumber + written, forms],
  [String.raw`(?<=(?:тыс|млн|млрд|трлн)\.?${gap})${written}`, forms[2]],
];

/** What Russian writes short and says in full. The first that fits is taken; years and centuries are `russianNumbers`' own. */
export const russianShortForms: readonly ShortForm[] = [
  [String.raw`т\.${gap}е\.`, 'то есть'],
  [String.raw`т\.${gap}к\.`, 'так как'],
  [String.raw`т\.${gap}д\.`, 'так далее'],
  [String.raw`т\.${gap}п\.`, 'тому подобное'],
  [String.raw`т\.${gap}н\.`, 'так называемый'],
  [String.raw`т\.${gap}о\.`, 'таким образом'],
  [String.raw`т\.${gap}ч\.`, 'том числе'],
  [String.raw`н\.${gap}э\.`, 'нашей эры'],
  // Decades: «в 1990-х гг.»
  [String.raw`(?<=(?<!\p{L})[Вв]${space}\d{2,4}-х${gap})гг\.`, 'годах'],
  [String.raw`(?<=\d-е${gap})гг\.`, 'годы'],
  [String.raw`(?<=\d-м${gap})гг\.`, 'годам'],
  ['гг\\.', 'годов'],
  // Sums
  ['тыс\\.', ['тысяча', 'тысячи', 'тысяч']],
  ['млн\\.?', ['миллион', 'миллиона', 'миллионов']],
  ['млрд\\.?', ['миллиард', 'миллиарда', 'миллиардов']],
  ['трлн\\.?', ['триллион', 'триллиона', 'триллионов']],
  ...counted('руб\\.', ['рубль', 'рубля', 'рублей']),
  ...counted('коп\\.', ['копейка', 'копейки', 'копеек']),
  ...counted('долл\\.', ['доллар', 'доллара', 'долларов']),
  ...counted('чел\\.', ['человек', 'человека', 'человек']),
  ...counted('экз\\.', ['экземпляр', 'экземпляра', 'экземпляров']),
  ['руб\\.', 'рублей'],
  ['долл\\.', 'долларов'],
  // Measures
  [`ч\\.(?=${gap}\\d+(?![\\d\\s]*мин))`, 'часть'],
  ...counted(`кв\\.${gap}км\\.?`, ['квадратный километр', 'квадратных километра', 'квадратных километров']),
  ...counted(`кв\\.${gap}м\\.?`, ['квадратный метр', 'квадратных метра', 'квадратных метров']),
  ...counted(`куб\\.${gap}м\\.?`, ['кубический метр', 'кубических метра', 'кубических метров']),
  [`${afterNumber}км/ч`, ['километр в час', 'километра в час', 'километров в час']],
  ...counted('км\\.?', ['километр', 'километра', 'километров']),
  [`${afterNumber}м/с`, ['метр в секунду', 'метра в секунду', 'метров в секунду']],
  [`${afterNumber}м\\.?`, ['метр', 'метра', 'метров']],
  [`${afterNumber}см\\.?`, ['сантиметр', 'сантиметра', 'сантиметров']],
  [`${afterNumber}мм\\.?`, ['миллиметр', 'миллиметра', 'миллиметров']],
  ...counted('га\\.?', ['гектар', 'гектара', 'гектаров']),
  ...counted('кг\\.?', ['килограмм', 'килограмма', 'килограммов']),
  [`${afterNumber}г\\.?`, ['грамм', 'грамма', 'граммов']],
  [`${afterNumber}мг\\.?`, ['миллиграмм', 'миллиграмма', 'миллиграммов']],
  [`${afterNumber}мл\\.?`, ['миллилитр', 'миллилитра', 'миллилитров']],
  [`${afterNumber}т\\.(?=${gap}(?:руб|долл|чел|экз|шт))`, ['тысяча', 'тысячи', 'тысяч']],
  ...counted('т\\.?', ['тонна', 'тонны', 'тонн']),
  [`${afterNumber}ч\\.?`, ['час', 'часа', 'часов']],
  [`${afterNumber}мин\\.?`, ['минута', 'минуты', 'минут']],
  [`${afterNumber}сек\\.?`, ['секунда', 'секунды', 'секунд']],
  // Parts of books and laws
  [`стр\\.${beforeNumber}`, 'страница'],
  [`рис\\.${beforeNumber}`, 'рисунок'],
  [`табл\\.${beforeNumber}`, 'таблица'],
  [`гл\\.${beforeNumber}`, 'глава'],
  [`ст\\.${beforeNumber}`, 'статья'],
  [`п\\.${beforeNumber}`, 'пункт'],
  ['см\\.', 'смотри'],
  // Places
  ['ул\\.', 'улица'],
  [`(?<=(?<!\\p{L})и${gap})пр\\.`, 'прочее'],
  [`(?:пр|просп)\\.${beforeName}`, 'проспект'],
  [`пл\\.${beforeName}`, 'площадь'],
  [`д\\.${beforeNumber}`, 'дом'],
  [`(?<=\\d${gap})кв\\.(?=${gap}\\d{4}(?!\\d))`, 'квартал'],
  [`кв\\.${beforeNumber}`, 'квартира'],
  [`(?<=ой${gap})обл\\.`, 'области'],
  ['обл\\.', 'область'],
  // Other
  ['им\\.', 'имени'],
  ['др\\.', 'другие'],
  ['напр\\.', 'например'],
  [`ок\\.${beforeNumber}`, 'около'],
  ['проф\\.', 'профессор'],
  ['акад\\.', 'академик'],
  [`№${beforeNumber}`, 'номер'],
];
