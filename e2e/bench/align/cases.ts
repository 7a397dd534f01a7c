/** What is heard and what is written, as utterances of the Russian corpus by number; `english` and `jingle` are other sounds. */
export interface Case {
  readonly name: string;
  readonly sound: readonly (number | 'english' | 'jingle')[];
  readonly text: readonly number[];
  /** The corpus sets a comma at each pause; nobody else writes so. */
  readonly withoutCommas?: boolean;
}

const from = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);
/** Some five minutes of one book; the utterances from 300 on are of another. */
const story = from(0, 33);

export const cases: readonly Case[] = [
  { name: 'whole, 5 min', sound: story, text: story },
  { name: 'whole, 30 min, no commas', sound: from(0, 190), text: from(0, 190), withoutCommas: true },
  { name: 'jingle before and after', sound: ['jingle', ...story, 'jingle'], text: story },
  { name: 'same voice around', sound: [...from(400, 12), ...story, ...from(430, 12)], text: story },
  { name: 'other voice around', sound: ['english', ...story, 'english'], text: story },
  { name: 'block inserted', sound: [...from(0, 16), ...from(400, 8), ...from(16, 17)], text: story },
  { name: 'within 25 min', sound: [...from(300, 70), ...story, ...from(400, 70)], text: story },
  {
    name: 'every other sentence unsaid',
    sound: story,
    text: story.flatMap((own, index) => (index < 25 ? [own, 300 + index] : [own])),
  },
  { name: 'unsaid around', sound: story, text: [...from(300, 15), ...story, ...from(350, 15)] },
  { name: 'second half missing', sound: from(0, 16), text: story },
  { name: 'unrelated, 5 min', sound: story, text: from(300, 33) },
  { name: 'unrelated, 1 min', sound: from(0, 5), text: from(300, 5) },
  { name: 'unrelated, other language', sound: ['english'], text: from(0, 3) },
];
