import type { Language } from '../../../core/settings/choose-language.ts';
import type { PlayingAction, WindowAction } from '../../../core/system/playing-menu.ts';

type DesktopWords = Readonly<Record<PlayingAction | WindowAction, string>> & {
  /** When closing the window hides it for the first time. */
  readonly stillHere: string;
  readonly stillHereAdvice: string;
  /** Title of a notification about several new episodes of a show. */
  readonly newEpisodes: (count: number, show: string) => string;
  /** Last line under the episodes a notification names. */
  readonly andMore: (count: number) => string;
};

/** Words of the tray, the dock, the taskbar and of notifications. */
export const desktopWords: Readonly<Record<Language, DesktopWords>> = {
  en: {
    play: 'Play',
    pause: 'Pause',
    back: 'Back',
    forward: 'Forward',
    next: 'Next Episode',
    show: 'Show Earmark',
    hide: 'Hide Earmark',
    quit: 'Quit',
    stillHere: 'Earmark goes on in the tray',
    stillHereAdvice:
      'Playing and downloads continue. Its icon brings the window back; Quit in its menu ends it.',
    newEpisodes: (count, show) => `${count} new episode${count === 1 ? '' : 's'} of ${show}`,
    andMore: (count) => `and ${count} more`,
  },
  ru: {
    play: 'Слушать',
    pause: 'Пауза',
    back: 'Назад',
    forward: 'Вперёд',
    next: 'Следующий выпуск',
    show: 'Показать Earmark',
    hide: 'Скрыть Earmark',
    quit: 'Выйти',
    stillHere: 'Earmark продолжает работать в трее',
    stillHereAdvice:
      'Воспроизведение и загрузки продолжаются. Значок возвращает окно, пункт «Выйти» в его меню завершает работу.',
    newEpisodes: (count, show) => `${show}: ${count} ${russianNew(count)}`,
    andMore: (count) => `и ещё ${count}`,
  },
};

function russianNew(count: number): string {
  const forms = { one: 'новый выпуск', few: 'новых выпуска', many: 'новых выпусков' };
  const form = new Intl.PluralRules('ru').select(count);
  return form === 'one' || form === 'few' ? forms[form] : forms.many;
}
