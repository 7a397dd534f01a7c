import { CircleAlert, CircleCheck, FileAudio } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameFacts } from '../../../core/folder/name-facts.ts';
import { Button } from '../../ui/button.tsx';
import { errorWords } from '../../words/error-words.ts';
import { duration, size } from '../../words/format.ts';
import { ChooseEpisode } from './choose-episode.tsx';
import type { ImportRow, Target } from './use-audio-import.ts';

export interface ImportFileProps {
  readonly row: ImportRow;
  readonly mayChange: boolean;
  readonly onChoose: (target: Target | null) => void;
}

/** One file and the episode it goes to. */
export function ImportFile({ row: { file, target, outcome }, mayChange, onChoose }: ImportFileProps) {
  const { t, i18n } = useTranslation();
  const [isChoosing, setChoosing] = useState(false);
  const about = [
    file.durationMs === undefined ? '' : duration(t, file.durationMs),
    size(t, file.bytes, i18n.language),
  ].filter((part) => part !== '');
  const failure = typeof outcome === 'object' ? errorWords(t, outcome) : null;
  const icon = failure !== null ? <CircleAlert /> : outcome === 'done' ? <CircleCheck /> : <FileAudio />;
  return (
    <li data-outcome={failure === null ? outcome : 'failed'}>
      {icon}
      <div>
        <strong>{file.name}</strong>
        <small>{about.join(' · ')}</small>
        <p>{target === null ? t('importAudio.none') : `${target.title} · ${target.showTitle}`}</p>
        {failure !== null && (
          <p role="alert">
            {failure.title}. {failure.advice}
          </p>
        )}
        {isChoosing && (
          <ChooseEpisode
            text={target?.title ?? file.tags.title ?? nameFacts(file.name.replace(/\.[^.]+$/, '')).title}
            onChoose={(chosen) => {
              setChoosing(false);
              onChoose(chosen);
            }}
          />
        )}
      </div>
      {mayChange && (
        <Button
          aria-label={t('importAudio.changeOf', { name: file.name })}
          aria-expanded={isChoosing}
          onClick={() => setChoosing(!isChoosing)}
        >
          {t('importAudio.change')}
        </Button>
      )}
    </li>
  );
}
