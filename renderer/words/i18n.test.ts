import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import en from './en.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import { changeLanguage, startWords } from './i18n.ts';

const root = { lang: '' };
beforeEach(() => vi.stubGlobal('document', { documentElement: root }));
afterEach(() => vi.unstubAllGlobals());

describe('the words', () => {
  it('change at once, there and back', async () => {
    await startWords('en');
    expect([i18next.t('nav.queue'), root.lang]).toEqual([en.nav.queue, 'en']);
    await changeLanguage('ru');
    expect([i18next.t('nav.queue'), root.lang]).toEqual([ru.nav.queue, 'ru']);
    await changeLanguage('en');
    expect([i18next.t('nav.queue'), root.lang]).toEqual([en.nav.queue, 'en']);
  });

  it('are said in English where a language lacks them', async () => {
    await startWords('ru');
    i18next.removeResourceBundle('ru', 'translation');
    i18next.addResourceBundle('ru', 'translation', { nav: { new: ru.nav.new } });
    expect(i18next.t('nav.new')).toBe(ru.nav.new);
    expect(i18next.t('nav.queue')).toBe(en.nav.queue);
    expect(i18next.t('common.episodes', { count: 2 })).toBe(
      en.common.episodes_other.replace('{{count}}', '2'),
    );
  });
});
