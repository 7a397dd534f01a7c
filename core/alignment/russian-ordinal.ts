/** Endings of an adjective as in «пятый»: what is added to the stem. */
export type OrdinalEnding =
  'ый' | 'ого' | 'ому' | 'ым' | 'ом' | 'ая' | 'ой' | 'ую' | 'ое' | 'ые' | 'ых' | 'ыми';

const ones = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];
const teens = [
  ...['десять', 'одиннадцать', 'двенадцать', 'тринадцать', 'четырнадцать', 'пятнадцать', 'шестнадцать'],
  ...['семнадцать', 'восемнадцать', 'девятнадцать'],
];
const tens = [
  ...['', 'десять', 'двадцать', 'тридцать', 'сорок', 'пятьдесят', 'шестьдесят', 'семьдесят'],
  ...['восемьдесят', 'девяносто'],
];
const hundreds = [
  ...['', 'сто', 'двести', 'триста', 'четыреста', 'пятьсот', 'шестьсот', 'семьсот', 'восемьсот', 'девятьсот'],
];
const thousands = ['', 'тысяча', 'две тысячи', 'три тысячи'];

/** Stems of those that do not end as «пят-» from «пять» does. */
const stems = new Map<number, string>([
  [1, 'перв'],
  [2, 'втор'],
  [3, 'трет'],
  [4, 'четвёрт'],
  [7, 'седьм'],
  [8, 'восьм'],
  [40, 'сороков'],
  [50, 'пятидесят'],
  [60, 'шестидесят'],
  [70, 'семидесят'],
  [80, 'восьмидесят'],
  [90, 'девяност'],
  [100, 'сот'],
  [200, 'двухсот'],
  [300, 'трёхсот'],
  [400, 'четырёхсот'],
  [500, 'пятисот'],
  [600, 'шестисот'],
  [700, 'семисот'],
  [800, 'восьмисот'],
  [900, 'девятисот'],
  [1000, 'тысячн'],
  [2000, 'двухтысячн'],
  [3000, 'трёхтысячн'],
]);
/** «Третий» is the only one that is soft. */
const softEndings: Readonly<Record<OrdinalEnding, string>> = {
  ый: 'ий',
  ого: 'ьего',
  ому: 'ьему',
  ым: 'ьим',
  ом: 'ьем',
  ая: 'ья',
  ой: 'ьей',
  ую: 'ью',
  ое: 'ье',
  ые: 'ьи',
  ых: 'ьих',
  ыми: 'ьими',
};
/** Said with the stress on the ending: «второй», «сороковой». */
const stressedEnding = /^(?:втор|шест|седьм|восьм|сороков)$/;

/**
 * A number from 1 to 3999 as it is said where it tells the place in a row: «тысяча девятьсот двадцать третьего» for 1923 with the
 * ending of «пятого». Null for others.
 */
export function russianOrdinal(number: number, ending: OrdinalEnding): string | null {
  if (!Number.isInteger(number) || number < 1 || number > 3999) return null;
  const below = number % 100;
  const last = [below < 20 ? below : 0, below % 10, below, number % 1000, number].find((part) => part > 0)!;
  const before = number - last;
  const said = [
    thousands[Math.floor(before / 1000)],
    hundreds[Math.floor((before % 1000) / 100)],
    tens[Math.floor((before % 100) / 10)],
    inflected(last, ending),
  ];
  return said.filter(Boolean).join(' ');
}

function inflected(number: number, ending: OrdinalEnding): string {
  const plain = number < 10 ? ones[number] : number < 20 ? teens[number - 10] : tens[number / 10];
  const stem = stems.get(number) ?? plain!.slice(0, -1);
  if (stem === 'трет') return stem + softEndings[ending];
  return stem + (ending === 'ый' && stressedEnding.test(stem) ? 'ой' : ending);
}
