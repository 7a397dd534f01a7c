import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpisodeRule } from '../../../core/playback/episode-rule.ts';
import { run } from '../../library/commands.ts';
import type { PlaylistRow } from '../../library/rows.ts';
import type { AppError } from '../../../core/app-error.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { RuleForm } from './rule-form.tsx';
import '../../ui/field.css';

export interface PlaylistDialogProps {
  /** The playlist to change; `null` makes one. */
  readonly playlist: PlaylistRow | null;
  readonly onClose: () => void;
  /** Made to put episodes into: by hand only. */
  readonly onlyByHand?: boolean;
  readonly onKept?: (playlist: PlaylistRow) => void;
}

const firstRule: EpisodeRule = { conditions: ['unplayed'], order: 'newest' };

/** Name and kind of a playlist; what it holds, if it fills itself. */
export function PlaylistDialog({ playlist, onlyByHand = false, onClose, onKept }: PlaylistDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(playlist?.name ?? '');
  const [rule, setRule] = useState<EpisodeRule | null>(playlist?.rule ?? null);
  const [error, setError] = useState<AppError | null>(null);
  const keep = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const kept = { ...(playlist ?? newPlaylist()), name: name.trim(), rule };
    const result = await run({ kind: 'keep-playlist', playlist: kept });
    if (!result.ok) {
      setError(result.error);
      return;
    }
    onClose();
    onKept?.(kept);
  };
  return (
    <Dialog
      open
      title={playlist === null ? t('playlist.make') : t('playlist.edit')}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
      <form className="playlist-form" onSubmit={(event) => void keep(event)}>
        <label className="playlist-field">
          <span>{t('playlist.name')}</span>
          <input
            type="text"
            className="field"
            autoFocus
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {playlist === null && !onlyByHand && <KindChoice rule={rule} onChange={setRule} />}
        {rule !== null && <RuleForm rule={rule} onChange={setRule} />}
        {error !== null && <Message tone="failure" {...errorWords(t, error)} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" tone="main" disabled={name.trim() === ''}>
            {t('playlist.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface KindChoiceProps {
  readonly rule: EpisodeRule | null;
  readonly onChange: (rule: EpisodeRule | null) => void;
}

function KindChoice({ rule, onChange }: KindChoiceProps) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('playlist.kind')}
      value={rule === null ? 'hand' : 'rule'}
      options={[
        { value: 'hand', label: t('playlist.byHand') },
        { value: 'rule', label: t('playlist.byRule') },
      ]}
      onChange={(kind) => onChange(kind === 'rule' ? firstRule : null)}
    />
  );
}

function newPlaylist(): Omit<PlaylistRow, 'name' | 'rule'> {
  const createdAt = Date.now();
  return { id: crypto.randomUUID(), order: createdAt, createdAt };
}
