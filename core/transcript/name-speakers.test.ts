import { describe, expect, it } from 'vitest';
import { nameSpeakers } from './name-speakers.ts';
import type { Cue } from './transcript.ts';

const cues = (...texts: string[]): Cue[] =>
  texts.map((text, at) => ({ id: '', startMs: at * 1000, endMs: at * 1000 + 1000, text }));
const said = (...texts: string[]) =>
  nameSpeakers(cues(...texts)).map(({ speaker, text }) => [speaker ?? null, text]);

describe('nameSpeakers', () => {
  it('lets a name hold until the next one', () => {
    expect(said('Анна Каренина: Ответ: нет', 'и ещё', 'SPEAKER 2: At 12:30', 'he said: stop')).toEqual([
      ['Анна Каренина', 'Ответ: нет'],
      ['Анна Каренина', 'и ещё'],
      ['SPEAKER 2', 'At 12:30'],
      ['SPEAKER 2', 'he said: stop'],
    ]);
  });

  it('leaves a file without speakers as it is', () => {
    const file = cues('Note: this matters', 'he said: no', 'Прогноз: дождь');
    expect(nameSpeakers(file)).toBe(file);
  });

  it('makes a cue for each of several speakers and shares its time out', () => {
    const file = cues('Анна: Да или\nнет?\nБорис: Нет, Анна.', 'Анна: Жаль.');
    expect(nameSpeakers(file)).toMatchObject([
      { speaker: 'Анна', text: 'Да или\nнет?', startMs: 0 },
      { speaker: 'Борис', text: 'Нет, Анна.', endMs: 1000 },
      { speaker: 'Анна', text: 'Жаль.', startMs: 1000, endMs: 2000 },
    ]);
    const [first, second] = nameSpeakers(file);
    expect(first?.endMs).toBe(second?.startMs);
  });

  it('understands a name on a cue of its own, dashes and arrows', () => {
    expect(said('Анна:', 'Да.', '- Борис: Нет.', '>> Анна: Да.', 'Борис: Нет.')).toEqual([
      ['Анна', ''],
      ['Анна', 'Да.'],
      ['Борис', 'Нет.'],
      ['Анна', 'Да.'],
      ['Борис', 'Нет.'],
    ]);
  });

  it('moves the times of words along', () => {
    const words = [
      { start: 0, end: 5, startMs: 0 },
      { start: 6, end: 8, startMs: 200 },
      { start: 9, end: 12, startMs: 500 },
    ];
    const [cue] = nameSpeakers([{ id: '', startMs: 0, endMs: 900, text: 'Анна: Да нет', words }]);
    expect(cue).toMatchObject({ speaker: 'Анна', text: 'Да нет', startMs: 0 });
    expect(cue?.words?.map((word) => cue.text.slice(word.start, word.end))).toEqual(['Да', 'нет']);
  });

  it('keeps every word', () => {
    const texts = ['Анна: A\nБорис: B: c\nd', 'e', 'Анна: F', 'Борис: G', 'Цена: h'];
    const kept = said(...texts)
      .map(([, text]) => text)
      .join(' ');
    expect(kept).toBe('A B: c\nd e F G Цена: h');
  });
});
