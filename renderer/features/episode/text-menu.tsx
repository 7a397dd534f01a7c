import { ChevronDown, Columns2, FileDown, FilePlus, RefreshCw, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextVersion } from '../../library/episode-texts.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { Menu } from '../../ui/menu.tsx';
import { textNames } from './source-words.ts';

export interface TextChoice {
  /** Best first, at least one. */
  readonly texts: readonly TextVersion[];
  readonly shown: TextVersion;
  /** Stands beside the shown one. */
  readonly beside: TextVersion | null;
}

export interface TextActions {
  readonly choose: (text: TextVersion) => void;
  readonly putBeside: (text: TextVersion | null) => void;
  readonly add: () => void;
  readonly remove: (text: TextVersion) => void;
  readonly fetchAgain: () => void;
  /** Null where the feed names no page. */
  readonly loadArticle: (() => void) | null;
}

interface TextMenuProps {
  readonly choice: TextChoice;
  readonly actions: TextActions;
  /** What else can be done about the shown text. */
  readonly more: readonly MenuItem[];
  /** Whether the menu was used since it came on the screen. */
  readonly wasUsed: RefObject<boolean>;
}

/** Which of the texts is read, which beside it, and where others come from. */
export function TextMenu({ choice, actions, more, wasUsed }: TextMenuProps): ReactNode {
  const { t, i18n } = useTranslation();
  const trigger = useRef<HTMLButtonElement>(null);
  // Another text is another reader, and its menu takes the place of the one that was used.
  useEffect(() => {
    if (wasUsed.current && document.activeElement === document.body) trigger.current?.focus();
    wasUsed.current = false;
  }, [wasUsed]);
  const names = textNames(t, choice.texts, i18n.language);
  const shown = names[choice.texts.indexOf(choice.shown)] ?? '';
  return (
    <Menu
      label={t('episode.variant')}
      trigger={
        <button
          ref={trigger}
          type="button"
          className="source-variant"
          aria-label={`${t('episode.variant')}: ${shown}`}
        >
          <span>{shown}</span>
          <ChevronDown aria-hidden="true" />
        </button>
      }
      onOpen={() => (wasUsed.current = true)}
      items={[
        ...versionItems(choice, actions, names),
        ...useBesideItems(choice, actions, names),
        ...useSourceItems(choice, actions),
        ...more,
      ]}
    />
  );
}

function versionItems(
  { texts, shown }: TextChoice,
  actions: TextActions,
  names: readonly string[],
): MenuItem[] {
  return texts.map((text, at) => ({
    label: names[at] ?? '',
    checked: text === shown,
    onSelect: () => actions.choose(text),
  }));
}

function useBesideItems(choice: TextChoice, actions: TextActions, names: readonly string[]): MenuItem[] {
  const { t } = useTranslation();
  const { texts, shown, beside } = choice;
  return texts
    .map((text, at) => ({ text, name: names[at] ?? '' }))
    .filter(({ text }) => text !== shown)
    .map(({ text, name }, at) => ({
      label: t('episode.beside', { name }),
      icon: <Columns2 />,
      checked: text === beside,
      startsGroup: at === 0,
      onSelect: () => actions.putBeside(text === beside ? null : text),
    }));
}

function useSourceItems({ texts, shown }: TextChoice, actions: TextActions): MenuItem[] {
  const { t } = useTranslation();
  const hasArticle = texts.some(({ key }) => key === 'page');
  const canFetchAgain = texts.some(({ transcript }) => transcript.source.kind !== 'file');
  const items: (MenuItem | null)[] = [
    actions.loadArticle !== null && !hasArticle
      ? { label: t('episode.getArticle'), icon: <FileDown />, onSelect: actions.loadArticle }
      : null,
    { label: t('episode.addText'), icon: <FilePlus />, onSelect: actions.add },
    canFetchAgain
      ? { label: t('episode.fetchAgain'), icon: <RefreshCw />, onSelect: actions.fetchAgain }
      : null,
    shown.ownTextId === undefined
      ? null
      : {
          label: t('episode.removeText'),
          icon: <Trash2 />,
          danger: true,
          onSelect: () => actions.remove(shown),
        },
  ];
  return items.filter((item) => item !== null).map((item, at) => ({ ...item, startsGroup: at === 0 }));
}
