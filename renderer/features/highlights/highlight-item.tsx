import { ExternalLink, Link2, Pencil, Play, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HighlightRow } from '../../library/rows.ts';
import { openExternal } from '../../settings/system.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { clock, date } from '../../words/format.ts';
import '../../highlights/highlights.css';

export interface HighlightItemActions {
  readonly onOpen: (highlight: HighlightRow) => void;
  readonly onPlay: (highlight: HighlightRow) => void;
  readonly onEdit: (highlight: HighlightRow) => void;
  readonly onCopy: (highlight: HighlightRow) => void;
  readonly onDelete: (highlight: HighlightRow) => void;
}

interface HighlightItemProps {
  readonly highlight: HighlightRow;
  /** The library has its episode no more. */
  readonly isGone: boolean;
  readonly isActive: boolean;
  readonly namesEpisode: boolean;
  readonly actions: HighlightItemActions;
}

/** One highlight: its words, its note and tags, where it comes from, and what can be done with it. */
export function HighlightItem(props: HighlightItemProps): ReactNode {
  const { highlight, isGone, isActive, namesEpisode, actions } = props;
  const { quote, note, tags, colour, origin } = highlight;
  const { t } = useTranslation();
  return (
    <div className="highlight-item" data-colour={colour}>
      <div className="highlight-item-words">
        {isGone ? (
          <blockquote className="highlight-item-quote" lang={origin.text.language || undefined}>
            {quote}
          </blockquote>
        ) : (
          <button
            type="button"
            tabIndex={isActive ? 0 : -1}
            className="highlight-item-quote"
            lang={origin.text.language || undefined}
            onClick={() => actions.onOpen(highlight)}
          >
            {quote}
          </button>
        )}
        {note !== '' && <p className="highlight-item-note">{note}</p>}
        <Facts highlight={highlight} namesEpisode={namesEpisode} />
        {isGone && <p className="highlight-item-gone">{t('highlights.gone')}</p>}
        {tags.length > 0 && (
          <p className="highlight-item-tags">
            {tags.map((tag) => (
              <span key={tag} className="mark-tag">
                {tag}
              </span>
            ))}
          </p>
        )}
      </div>
      <ItemActions {...props} />
    </div>
  );
}

function Facts({
  highlight,
  namesEpisode,
}: Pick<HighlightItemProps, 'highlight' | 'namesEpisode'>): ReactNode {
  const { i18n } = useTranslation();
  const { startMs, origin, createdAt } = highlight;
  const facts = [
    ...(startMs === undefined ? [] : [clock(startMs)]),
    ...(namesEpisode ? [origin.episode, origin.show] : []),
    date({ at: createdAt, now: Date.now(), language: i18n.language }),
  ];
  return <p className="highlight-item-facts">{facts.join(' · ')}</p>;
}

function ItemActions({ highlight, isGone, isActive, actions }: HighlightItemProps): ReactNode {
  const { t } = useTranslation();
  const { link } = highlight.origin;
  const tabIndex = isActive ? 0 : -1;
  return (
    <div className="highlight-item-actions">
      {!isGone && highlight.startMs !== undefined && (
        <IconButton
          label={t('highlights.playFrom', { time: clock(highlight.startMs) })}
          hint="P"
          tabIndex={tabIndex}
          onClick={() => actions.onPlay(highlight)}
        >
          <Play />
        </IconButton>
      )}
      {isGone && link !== undefined && (
        <IconButton label={t('episode.openPage')} tabIndex={tabIndex} onClick={() => void openExternal(link)}>
          <ExternalLink />
        </IconButton>
      )}
      <IconButton
        label={t('highlights.edit')}
        hint="E"
        tabIndex={tabIndex}
        onClick={() => actions.onEdit(highlight)}
      >
        <Pencil />
      </IconButton>
      <IconButton
        label={t('highlights.copyLink')}
        hint="C"
        tabIndex={tabIndex}
        onClick={() => actions.onCopy(highlight)}
      >
        <Link2 />
      </IconButton>
      <IconButton
        label={t('highlights.delete')}
        hint="Del"
        tabIndex={tabIndex}
        onClick={() => actions.onDelete(highlight)}
      >
        <Trash2 />
      </IconButton>
    </div>
  );
}
