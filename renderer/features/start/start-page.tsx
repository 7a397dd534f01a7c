import { BookOpenText, FileUp, Plus, Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AppError } from '../../../core/app-error.ts';
import { sampleFeedUrl } from '../../../core/feed/sample-feed-url.ts';
import { subscribe } from '../../library/subscribe.ts';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import './start-page.css';

export interface StartPageProps {
  readonly onAddShow: () => void;
  readonly onImport: () => void;
}

/** What an empty library offers: a show, a list of shows, or the sample. */
export function StartPage({ onAddShow, onImport }: StartPageProps) {
  const { t } = useTranslation();
  const { addSample, isAdding, error } = useSample();
  return (
    <div className="page start-page">
      <span className="start-mark" aria-hidden="true">
        <BookOpenText />
      </span>
      <h1>{t('start.title')}</h1>
      <p className="start-lead">{t('start.text')}</p>
      <div className="start-ways">
        <Way icon={<Plus />} title={t('start.add')} text={t('start.addText')} onClick={onAddShow} />
        <Way icon={<FileUp />} title={t('start.import')} text={t('start.importText')} onClick={onImport} />
        <Way
          icon={<Sparkles />}
          title={t('start.sample')}
          text={t('start.sampleText')}
          disabled={isAdding}
          onClick={() => void addSample()}
        />
      </div>
      {error !== null && <Message tone="failure" {...errorWords(t, error)} />}
      <p className="start-drop">{t('start.drop')}</p>
    </div>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Way({ icon, title, text, disabled = false, onClick }: WayProps) {
  return (
    <button type="button" className="start-way" disabled={disabled} onClick={onClick}>
      <span className="start-way-icon">{icon}</span>
      <strong>{title}</strong>
      <span className="start-way-text">{text}</span>
    </button>
  );
}

function useSample() {
  const [, navigate] = useLocation();
  const [isAdding, setAdding] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const addSample = async () => {
    setAdding(true);
    setError(null);
    const result = await subscribe({ address: sampleFeedUrl });
    setAdding(false);
    if (!result.ok) setError(result.error);
    else if ('podcastId' in result.value) navigate(`/show/${result.value.podcastId}`);
  };
  return { addSample, isAdding, error };
}
