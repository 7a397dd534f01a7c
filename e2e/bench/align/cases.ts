/** One after the other says an utterance of the corpus (by number); `english` and `jingle` are other sounds. */
export type Part = number | 'english' | 'jingle' | Turn;

/** An utterance of a second speaker, or only its beginning up to the first pause. */
export interface Turn {
  readonly utterance: number;
  readonly isOther?: boolean;
  readonly isShort?: boolean;
}

/** What is heard and what is written. */
export interface Case {
  readonly name: string;
  readonly sound: readonly Part[];
  /** `licence`: an English text that nobody says. */
  readonly text: readonly (number | Turn)[] | 'licence';
  /** The corpus sets a comma at each pause; nobody else writes so. */
  readonly withoutCommas?: boolean;
  /** Music under all of it: its level against that of the speech, dB. */
  readonly musicDb?: number;
}

const from = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);
const byOther = (utterances: readonly number[]): Turn[] =>
  utterances.map((utterance) => ({ utterance, isOther: true }));
/** Some five minutes of one book; the utterances from 300 on are of another. */
const story = from(0, 33);
const hour = from(0, 380);
/** Two speakers in turns, of which three in four say a few words only. */
const talk = from(0, 90).map((utterance, turn) => ({
  utterance,
  isOther: turn % 2 === 1,
  isShort: turn % 4 !== 0,
}));

const reading: readonly Case[] = [
  { name: 'whole, 5 min', sound: story, text: story },
  { name: 'whole, 30 min, no commas', sound: from(0, 190), text: from(0, 190), withoutCommas: true },
  { name: 'whole, 60 min, no commas', sound: hour, text: hour, withoutCommas: true },
];

const mixtures: readonly Case[] = [
  { name: 'second speaker', sound: byOther(story), text: byOther(story) },
  { name: 'conversation', sound: talk, text: talk },
  { name: 'music under speech, -12 dB', sound: story, text: story, musicDb: -12 },
  { name: 'music under speech, -6 dB', sound: story, text: story, musicDb: -6 },
  { name: 'jingle before and after', sound: ['jingle', ...story, 'jingle'], text: story },
  { name: 'same voice around', sound: [...from(400, 12), ...story, ...from(430, 12)], text: story },
  { name: 'other voice around', sound: ['english', ...story, 'english'], text: story },
  { name: 'block inserted', sound: [...from(0, 16), ...from(400, 8), ...from(16, 17)], text: story },
  { name: 'within 25 min', sound: [...from(300, 70), ...story, ...from(400, 70)], text: story },
  { name: 'half an hour within 60 min', sound: hour, text: from(100, 190), withoutCommas: true },
];

const unsaid: readonly Case[] = [
  {
    name: 'every other sentence unsaid',
    sound: story,
    text: story.flatMap((own, index) => (index < 25 ? [own, 300 + index] : [own])),
  },
  {
    name: 'conversation, every other turn unsaid',
    sound: talk,
    text: talk.flatMap((own, index) => [own, { ...own, utterance: 300 + index }]),
  },
  { name: 'unsaid around', sound: story, text: [...from(300, 15), ...story, ...from(350, 15)] },
  { name: 'second half missing', sound: from(0, 16), text: story },
];

const unrelated: readonly Case[] = [
  { name: 'unrelated, 5 min', sound: story, text: from(300, 33) },
  { name: 'unrelated, 5 min of later', sound: from(100, 33), text: from(420, 33) },
  { name: 'unrelated, of the same book', sound: story, text: from(150, 33) },
  { name: 'unrelated, second speaker', sound: byOther(story), text: from(340, 33) },
  { name: 'unrelated, conversation', sound: talk, text: from(300, 33) },
  { name: 'unrelated, music', sound: from(0, 25), text: from(500, 33), musicDb: -6 },
  { name: 'unrelated, English text', sound: story, text: 'licence' },
  { name: 'unrelated, 20 min', sound: from(0, 130), text: from(300, 130) },
  { name: 'unrelated, 1 min', sound: from(0, 5), text: from(300, 5) },
  { name: 'unrelated, other language', sound: ['english'], text: from(0, 3) },
];

export const cases: readonly Case[] = [...reading, ...mixtures, ...unsaid, ...unrelated];
