import type { EventPayload } from '../../../core/ipc/contract.ts';
import type { Language } from '../../../core/settings/choose-language.ts';

type MenuWord =
  | EventPayload<'system:command'>
  | 'file'
  | 'edit'
  | 'playback'
  | 'view'
  | 'help'
  | 'close'
  | 'quit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'lookUp'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'fullScreen'
  | 'crashed'
  | 'crashedAdvice';

/** Words of the menu and the system's dialogs; everything else is worded in the window. */
export const menuWords: Readonly<Record<Language, Readonly<Record<MenuWord, string>>>> = {
  en: {
    file: 'File',
    edit: 'Edit',
    playback: 'Playback',
    view: 'View',
    help: 'Help',
    close: 'Close Window',
    quit: 'Quit',
    'add-show': 'Add Show…',
    refresh: 'Refresh All Shows',
    'import-opml': 'Import OPML…',
    'export-opml': 'Export OPML…',
    settings: 'Settings…',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    lookUp: 'Look Up in Dictionary',
    find: 'Find in Transcript',
    search: 'Search Library',
    'play-pause': 'Play or Pause',
    back: 'Back',
    forward: 'Forward',
    slower: 'Slower',
    faster: 'Faster',
    'sentence-back': 'Sentence Back',
    'sentence-forward': 'Sentence Forward',
    'loop-sentence': 'Repeat the Sentence',
    'print-text': 'Print Text…',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    resetZoom: 'Actual Size',
    fullScreen: 'Full Screen',
    shortcuts: 'Keyboard Shortcuts',
    crashed: 'Earmark’s window broke down several times in a row',
    crashedAdvice:
      'Earmark quits now. Your library and downloads are safe on disk. If it happens again after a new start, look into the folder Logs beside your data.',
  },
  ru: {
    file: 'Файл',
    edit: 'Правка',
    playback: 'Воспроизведение',
    view: 'Вид',
    help: 'Справка',
    close: 'Закрыть окно',
    quit: 'Выйти',
    'add-show': 'Добавить передачу…',
    refresh: 'Обновить все передачи',
    'import-opml': 'Импорт OPML…',
    'export-opml': 'Экспорт OPML…',
    settings: 'Настройки…',
    undo: 'Отменить',
    redo: 'Повторить',
    cut: 'Вырезать',
    copy: 'Копировать',
    paste: 'Вставить',
    selectAll: 'Выделить всё',
    lookUp: 'Найти в словаре',
    find: 'Найти в тексте',
    search: 'Поиск в медиатеке',
    'play-pause': 'Слушать или пауза',
    back: 'Назад',
    forward: 'Вперёд',
    slower: 'Медленнее',
    faster: 'Быстрее',
    'sentence-back': 'Предложение назад',
    'sentence-forward': 'Предложение вперёд',
    'loop-sentence': 'Повторять предложение',
    'print-text': 'Печать текста…',
    zoomIn: 'Крупнее',
    zoomOut: 'Мельче',
    resetZoom: 'Обычный размер',
    fullScreen: 'Во весь экран',
    shortcuts: 'Сочетания клавиш',
    crashed: 'Окно Earmark несколько раз подряд аварийно закрылось',
    crashedAdvice:
      'Сейчас Earmark завершит работу. Медиатека и загрузки сохранены на диске. Если после нового запуска это повторится, загляните в папку Logs рядом с вашими данными.',
  },
};
