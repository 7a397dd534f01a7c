/** The wording of both episodes as it is displayed. `said` differs only where the reader repeats or the text abbreviates. */

export const english = [
  {
    clip: '0870',
    text: 'And Mr. John Dashwood had then leisure to consider how much there might be prudently in his power to do for them.',
  },
  { clip: '0880', text: 'He was not an ill-disposed young man,' },
  { clip: '0890', text: 'unless to be rather cold hearted and rather selfish is to be ill-disposed.' },
  {
    clip: '0920',
    text: 'Had he married a more amiable woman, he might have been made still more respectable than he was:',
  },
  { clip: '0930', text: 'he might even have been made amiable himself.' },
];

/** @type {Record<string, string[]>} how a displayed word is said, in lower case */
export const englishSaid = {
  'Mr.': ['mister'],
  'ill-disposed': ['ill', 'disposed'],
  'ill-disposed.': ['ill', 'disposed'],
  amiable: ['amiable'],
};

export const russian = [
  {
    clip: '0001',
    text: 'Корреспондент американской газеты Арчибальд Скайлс, проходя мимо, увидел стоявшую перед объявлением босую молодую женщину в ситцевом опрятном платье: она читала, шевеля губами.',
  },
  {
    clip: '0002',
    text: 'Она завела прядь волнистых волос за ухо, подняла с тротуара корзинку с зеленью и пошла через улицу.',
  },
  { clip: '0003', text: 'Со спокойным мужеством Скайлс ожидал всего в этом безумном городе.' },
  {
    clip: '0004',
    text: 'Окна многоэтажных домов, иные разбитые, иные заколоченные досками, казались нежилыми — ни одна голова не выглядывала на улицу.',
  },
  {
    clip: '0005',
    text: 'В это время перед объявлением остановился рослый, широкоплечий человек, без шапки, по одежде — солдат, в рубахе без пояса, в обмотках.',
  },
];
