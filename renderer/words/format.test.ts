import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { ago, clock, date, dayName, duration, size, speed } from './format.ts';
import en from './en.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en }, ru: { translation: ru } } });
});
const english = () => i18next.getFixedT('en');
const russian = () => i18next.getFixedT('ru');
const now = new Date(2026, 2, 12, 15, 30).getTime();
const daysAgo = (days: number, hour = 23) => new Date(2026, 2, 12 - days, hour).getTime();

describe('clock', () => {
  it.each([
    [0, '0:00'],
    [42_900, '0:42'],
    [1_450_000, '24:10'],
    [3_723_000, '1:02:03'],
    [-5, '0:00'],
  ])('%d ms is %s', (ms, expected) => {
    expect(clock(ms)).toBe(expected);
  });
});

describe('duration', () => {
  it('speaks in minutes and hours', () => {
    expect(duration(english(), 24 * 60_000)).toBe('24\u00a0min');
    expect(duration(russian(), 24 * 60_000)).toBe('24\u00a0мин');
    expect(duration(english(), 65 * 60_000)).toBe('1\u00a0h\u00a05\u00a0min');
    expect(duration(russian(), 120 * 60_000)).toBe('2\u00a0ч');
  });

  it('never says that something lasts no time', () => {
    expect(duration(english(), 900)).toBe('1\u00a0min');
  });
});

describe('dayName', () => {
  it('counts calendar days, not spans of 24 hours', () => {
    expect(dayName(english(), { at: daysAgo(0, 0), now, language: 'en' })).toBe('Today');
    expect(dayName(english(), { at: daysAgo(1), now, language: 'en' })).toBe('Yesterday');
    expect(dayName(russian(), { at: daysAgo(1, 1), now, language: 'ru' })).toBe('Вчера');
  });

  it('names the weekday within a week and the date before', () => {
    expect(dayName(russian(), { at: daysAgo(3), now, language: 'ru' })).toBe('Понедельник');
    expect(dayName(russian(), { at: daysAgo(30), now, language: 'ru' })).toBe('10 февраля');
    expect(dayName(english(), { at: daysAgo(400), now, language: 'en' })).toBe('5 February 2025');
  });

  it('calls an episode dated tomorrow by its date', () => {
    expect(dayName(english(), { at: daysAgo(-1, 12), now, language: 'en' })).toBe('13 March');
  });
});

describe('date, ago, size, speed', () => {
  it('follow the language', () => {
    expect(date({ at: daysAgo(30), now, language: 'en' })).toBe('10 February');
    expect(ago(english(), { at: now - 125_000, now, language: 'en' })).toBe('2\u00a0min ago');
    expect(ago(russian(), { at: now - 10_000, now, language: 'ru' })).toBe('только что');
    expect(size(english(), 24_300_000, 'en')).toBe('24\u00a0MB');
    expect(size(russian(), 1_540_000_000, 'ru')).toBe('1,5\u00a0ГБ');
    expect(size(english(), 0, 'en')).toBe('0\u00a0B');
    expect(speed(russian(), 1.2, 'ru')).toBe('1,2×');
  });
});
