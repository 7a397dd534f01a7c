import { expect, it } from 'vitest';
import { defaultSettings } from '../../../core/settings/default-settings.ts';
import type { Settings } from '../../../core/settings/settings.ts';
import { languageShown } from './language-shown.ts';

function startWith(commandLine: string) {
  let current: Settings = { ...defaultSettings, language: 'system' };
  let hear: (settings: Settings) => void = () => undefined;
  const settings = {
    read: () => current,
    onChange: (listener: typeof hear) => {
      hear = listener;
      return () => undefined;
    },
  };
  const shown = languageShown(settings, { commandLine, system: () => ['de-DE', 'en-GB'] });
  const change = (patch: Partial<Settings>): void => {
    current = { ...current, ...patch };
    hear(current);
  };
  return { shown, change };
}

it('keeps to --lang until a language is chosen, then to the choice', () => {
  const { shown, change } = startWith('ru');
  expect(shown()).toBe('ru');
  change({ theme: 'dark' });
  expect(shown()).toBe('ru');
  change({ language: 'en' });
  expect(shown()).toBe('en');
});

it('follows the system again when that is what was chosen', () => {
  const { shown, change } = startWith('ru');
  change({ language: 'ru' });
  change({ language: 'system' });
  expect(shown()).toBe('en');
});
