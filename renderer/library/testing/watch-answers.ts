import { liveQuery } from 'dexie';

interface Watched<Answer> {
  readonly answers: readonly Answer[];
  /** How often the question was asked. */
  readonly asked: number;
  readonly stop: () => void;
}

/** What a screen that asks this is answered, again after each change of what it read. */
export function watchAnswers<Answer>(read: () => Promise<Answer>): Watched<Answer> {
  const answers: Answer[] = [];
  let asked = 0;
  const reading = liveQuery(async () => {
    asked += 1;
    return read();
  }).subscribe((answer) => answers.push(answer));
  return {
    answers,
    get asked() {
      return asked;
    },
    stop: () => reading.unsubscribe(),
  };
}
