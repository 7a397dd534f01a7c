import { Tabs } from 'radix-ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownHighlight } from '../../highlights/shown-highlight.ts';

interface WordsTabsProps {
  readonly episodeId: string;
  readonly text: ReactNode;
  /** Null where there is none. */
  readonly article: ReactNode;
  readonly notes: ReactNode;
}

/** The text, and whatever there is to read besides it; no tabs where there is only the text. */
export function WordsTabs({ episodeId, text, article, notes }: WordsTabsProps): ReactNode {
  const { t } = useTranslation();
  const [shown, setShown] = useState('text');
  const { wanted } = useShownHighlight();
  if (wanted?.episodeId === episodeId && shown !== 'text') setShown('text');
  const tabs = [
    { value: 'text', label: t('episode.text'), content: text },
    { value: 'article', label: t('episode.article'), content: article },
    { value: 'notes', label: t('episode.notes'), content: notes },
  ].filter(({ content }) => content !== null);
  if (tabs.length === 1) return text;
  return (
    <Tabs.Root value={tabs.some(({ value }) => value === shown) ? shown : 'text'} onValueChange={setShown}>
      <Tabs.List className="episode-tabs" aria-label={t('episode.views')}>
        {tabs.map(({ value, label }) => (
          <Tabs.Trigger key={value} className="episode-tab" value={value}>
            {label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map(({ value, content }) => (
        <Tabs.Content key={value} value={value} tabIndex={-1}>
          {content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
