import { useId, useLayoutEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { longestNote } from '../../core/highlights/highlight.ts';
import { distinctTags, readTags, typedTags } from '../../core/highlights/read-tags.ts';
import { runAndTell } from '../episode-list/run-and-tell.ts';
import { listTags } from '../library/highlights.ts';
import type { HighlightRow } from '../library/rows.ts';
import { takeTyped } from '../ui/typed-ahead.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { chooseColour } from './chosen-colour.ts';
import { ColourChoice } from './colour-choice.tsx';
import { useDraft } from './use-draft.ts';
import '../ui/field.css';
import './highlights.css';

interface HighlightFormProps {
  readonly highlight: HighlightRow;
  /** The note takes the focus. */
  readonly startsWithNote: boolean;
}

/** Colour, note and tags of a highlight. What is typed is kept by itself. */
export function HighlightForm({ highlight, startsWithNote }: HighlightFormProps): ReactNode {
  const { t, i18n } = useTranslation();
  const suggestions = useId();
  const known = useLiveQuery('tags', listTags) ?? [];
  const change = (changed: Partial<Pick<HighlightRow, 'colour' | 'note' | 'tags'>>): void => {
    void runAndTell({ kind: 'change-highlight', highlightId: highlight.id, change: changed });
  };
  const note = useDraft(highlight.note, (text) => change({ note: text.trim() }));
  const tags = useDraft(typedTags(highlight.tags), (text) => change({ tags: readTags(text) }));
  // Before the next key can reach the field.
  useLayoutEffect(() => {
    const typed = startsWithNote ? takeTyped() : '';
    if (typed !== '') note.setText(note.text + typed);
  });
  // The field suggests whole values: those that end in the tag being typed.
  const before = /^(?:.*[,;]\s*)?/.exec(tags.text)?.[0] ?? '';
  return (
    <div className="mark-form">
      <ColourChoice
        value={highlight.colour}
        onChange={(colour) => {
          chooseColour(colour);
          change({ colour });
        }}
      />
      <textarea
        autoFocus={startsWithNote}
        className="field"
        rows={3}
        maxLength={longestNote}
        aria-label={t('highlights.note')}
        placeholder={t('highlights.noteHint')}
        value={note.text}
        onChange={(event) => note.setText(event.target.value)}
        onBlur={note.save}
      />
      <input
        className="field"
        list={suggestions}
        spellCheck={false}
        aria-label={t('highlights.tags')}
        placeholder={t('highlights.tagsHint')}
        value={tags.text}
        onChange={(event) => tags.setText(event.target.value)}
        onBlur={tags.save}
      />
      <datalist id={suggestions}>
        {distinctTags(known, i18n.language).map((tag) => (
          <option key={tag} value={`${before}${tag}`} />
        ))}
      </datalist>
    </div>
  );
}
