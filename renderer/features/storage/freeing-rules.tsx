import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bytesOf, chooseFreed } from '../../../core/download/choose-freed.ts';
import type { FreeingRule, StoredEpisode } from '../../../core/download/choose-freed.ts';
import { Button } from '../../ui/button.tsx';
import { Range } from '../../ui/range.tsx';
import { size } from '../../words/format.ts';

export interface FreeingRulesProps {
  readonly stored: readonly StoredEpisode[];
  readonly onSelect: (episodeIds: ReadonlySet<string>) => void;
}

/** Rules that choose what could go, each with what it would free. Nothing is deleted here. */
export function FreeingRules({ stored, onSelect }: FreeingRulesProps) {
  const { t } = useTranslation();
  const [count, setCount] = useState(5);
  return (
    <section className="storage-card" aria-label={t('storage.rules')}>
      <Rule label={t('storage.played')} rule={{ kind: 'played' }} stored={stored} onSelect={onSelect} />
      <Rule
        label={t('storage.keepNewest', { count })}
        rule={{ kind: 'keep-newest', count }}
        stored={stored}
        onSelect={onSelect}
      >
        <Range
          label={t('storage.newest')}
          min={1}
          max={50}
          value={count}
          says={t('common.episodes', { count })}
          onChange={setCount}
        />
      </Rule>
    </section>
  );
}

interface RuleProps extends FreeingRulesProps {
  readonly label: string;
  readonly rule: FreeingRule;
  readonly children?: ReactNode;
}

function Rule({ label, rule, stored, onSelect, children }: RuleProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const freed = chooseFreed(stored, rule);
  const words = { count: freed.length, size: size(t, bytesOf(freed), i18n.language) };
  return (
    <div className="storage-rule">
      <div>
        <span id={id}>{label}</span>
        <p>{t('storage.frees', words)}</p>
      </div>
      {children}
      <Button
        aria-describedby={id}
        disabled={freed.length === 0}
        onClick={() => onSelect(new Set(freed.map(({ episodeId }) => episodeId)))}
      >
        {t('storage.select')}
      </Button>
    </div>
  );
}
