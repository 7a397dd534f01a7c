import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import { refreshWords } from './refresh-words.ts';

async function speak(lng: 'en' | 'ru') {
  return createInstance().init({
    lng,
    resources: { en: { translation: en }, ru: { translation: ru } },
  });
}

describe('refreshWords', () => {
  it('claims that all is fresh only when every show answered', async () => {
    const t = await speak('en');
    expect(refreshWords(t, { refreshed: 3, failed: 0, offline: 0 })).toBe('All shows refreshed');
    expect(refreshWords(t, { refreshed: 3, failed: 1, offline: 0 })).toBe('1 show could not be refreshed');
    expect(refreshWords(t, { refreshed: 1, failed: 0, offline: 2 })).toBe(
      'You are offline: 2 shows were not refreshed',
    );
    expect(refreshWords(t, { refreshed: 0, failed: 0, offline: 0 })).toBe('There are no shows to refresh');
  });

  it('counts in Russian', async () => {
    const t = await speak('ru');
    expect(refreshWords(t, { refreshed: 0, failed: 5, offline: 2 })).toBe(
      'Нет сети: не обновлены 2 передачи · Не удалось обновить 5 передач',
    );
  });
});
