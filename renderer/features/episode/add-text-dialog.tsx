import { FolderOpen } from 'lucide-react';
import i18next from 'i18next';
import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BroughtTexts } from '../../../core/ipc/transcript-contract.ts';
import type { Result } from '../../../core/result.ts';
import { chooseTexts, readTexts } from '../../library/own-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { keepBroughtTexts } from './keep-brought-texts.ts';
import '../../ui/field.css';

interface AddTextDialogProps {
  readonly episodeId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Where a text is typed, pasted or chosen for an episode. */
export function AddTextDialog({ episodeId, open, onClose }: AddTextDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      wide
      title={t('episode.addTextTitle')}
      description={t('episode.addTextHint')}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
      <TextForm episodeId={episodeId} onClose={onClose} />
    </Dialog>
  );
}

function TextForm({ episodeId, onClose }: Omit<AddTextDialogProps, 'open'>): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const take = async (reading: Promise<Result<BroughtTexts>>): Promise<void> => {
    const read = await reading;
    const failed = read.ok ? read.value.failed : [{ name: '', error: read.error }];
    setTrouble(failed.length === 0 ? null : failed.map(troubleWords).join(' '));
    if (read.ok && (await keepBroughtTexts(episodeId, read.value.texts)) && failed.length === 0) onClose();
  };
  const save = (): void => {
    if (text.trim() === '') setTrouble(t('episode.addTextEmpty'));
    else void take(readTexts(episodeId, [{ name: '', content: text }]));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <form
      className="add-text"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        autoFocus
        className="field"
        aria-label={t('episode.addTextField')}
        placeholder={t('episode.addTextField')}
        rows={10}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {trouble !== null && <Message tone="failure" title={trouble} />}
      <div className="dialog-actions">
        <Button icon={<FolderOpen />} onClick={() => void take(chooseTexts(episodeId))}>
          {t('episode.chooseFiles')}
        </Button>
        <Button tone="main" type="submit">
          {t('episode.keepText')}
        </Button>
      </div>
    </form>
  );
}

/** `talk.docx: this is no text …` */
export function troubleWords({ name, error }: BroughtTexts['failed'][number]): string {
  const { title, advice } = errorWords(i18next.t, error);
  return `${name === '' ? '' : `${name}: `}${title}. ${advice}`;
}
