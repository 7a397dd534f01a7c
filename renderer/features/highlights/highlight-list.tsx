import i18next from 'i18next';
import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from 'wouter/use-hash-location';
import { copyHighlight } from '../../highlights/copy-highlight.ts';
import { deleteHighlight } from '../../highlights/delete-highlight.ts';
import { HighlightForm } from '../../highlights/highlight-form.tsx';
import { showHighlight } from '../../highlights/shown-highlight.ts';
import type { HighlightRow } from '../../library/rows.ts';
import { play } from '../../player/playback-commands.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/notices.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { clock } from '../../words/format.ts';
import { HighlightItem } from './highlight-item.tsx';
import type { HighlightItemActions } from './highlight-item.tsx';

interface HighlightListProps {
  readonly highlights: readonly HighlightRow[];
  readonly presentEpisodes: ReadonlySet<string>;
  /** A heading over the first of each episode. */
  readonly byEpisode: boolean;
}

/** Highlights one below the other, of which only those in sight exist. Enter opens, P plays, E edits, C copies, Delete deletes. */
export function HighlightList({ highlights, presentEpisodes, byEpisode }: HighlightListProps): ReactNode {
  const { t } = useTranslation();
  const [editedId, edit] = useState<string | null>(null);
  const edited = highlights.find(({ id }) => id === editedId);
  const isGone = ({ episodeId }: HighlightRow): boolean => !presentEpisodes.has(episodeId);
  const actions: HighlightItemActions = {
    onOpen: (highlight) => (isGone(highlight) ? tellGone() : open(highlight)),
    onPlay: ({ episodeId, startMs }) => {
      if (startMs !== undefined) void play(episodeId, { atMs: startMs });
    },
    onEdit: ({ id }) => edit(id),
    onCopy: (highlight) => void copyHighlight(highlight),
    onDelete: (highlight) => void deleteHighlight(highlight),
  };
  return (
    <>
      <VirtualList
        label={t('highlights.title')}
        items={highlights}
        keyOf={({ id }) => id}
        nameOf={nameOf}
        rowHeight={112}
        onOpen={actions.onOpen}
        onKey={(highlight, event) => actOnKey(event, highlight, { actions, isGone: isGone(highlight) })}
        renderItem={(highlight, active, index) => (
          <>
            {byEpisode && highlights[index - 1]?.episodeId !== highlight.episodeId && (
              <h2 className="highlight-episode">
                {highlight.origin.episode} <span>{highlight.origin.show}</span>
              </h2>
            )}
            <HighlightItem
              highlight={highlight}
              isGone={isGone(highlight)}
              isActive={active}
              namesEpisode={!byEpisode}
              actions={actions}
            />
          </>
        )}
      />
      <Dialog
        open={edited !== undefined}
        title={t('highlights.edit')}
        closeLabel={t('common.close')}
        onClose={() => edit(null)}
      >
        {edited !== undefined && (
          <>
            <blockquote className="highlight-edited">{edited.quote}</blockquote>
            <HighlightForm key={edited.id} highlight={edited} startsWithNote />
          </>
        )}
      </Dialog>
    </>
  );
}

function nameOf({ quote, startMs, origin }: HighlightRow): string {
  const time = startMs === undefined ? '' : `, ${clock(startMs)}`;
  return `${quote.slice(0, 200)}, ${origin.episode}${time}`;
}

function open(highlight: HighlightRow): void {
  showHighlight(highlight);
  navigate(`/episode/${highlight.episodeId}`);
}

function tellGone(): void {
  const { t } = i18next;
  notify({ tone: 'info', title: t('highlights.gone'), advice: t('highlights.goneText') });
}

function actOnKey(
  event: KeyboardEvent,
  highlight: HighlightRow,
  { actions, isGone }: { readonly actions: HighlightItemActions; readonly isGone: boolean },
): boolean {
  const { code, key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (ctrlKey || metaKey || altKey || shiftKey) return false;
  if (key === 'Delete') actions.onDelete(highlight);
  else if (code === 'KeyE') actions.onEdit(highlight);
  else if (code === 'KeyC') actions.onCopy(highlight);
  else if (code === 'KeyP' && !isGone) actions.onPlay(highlight);
  else return false;
  return true;
}
