import { AudioWaveform, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { useAlignmentProgress } from '../../library/alignment-progress.ts';
import type { AlignmentRow, EpisodeView } from '../../library/rows.ts';
import { ProgressRing } from '../../ui/progress-ring.tsx';
import type { AlignedText } from './aligned-text.ts';
import './align-action.css';

interface AlignActionProps {
  readonly view: EpisodeView;
  readonly offer: AlignedText['offer'];
  readonly row: AlignmentRow | null;
}

/** Matching the words with the sound: the way to begin it, how far it is, and the way to end it. Nothing where it brings nothing. */
export function AlignAction({ view, offer, row }: AlignActionProps): ReactNode {
  const { t } = useTranslation();
  const episodeId = view.episode.id;
  const share = useAlignmentProgress((progress) => progress[episodeId]);
  if (offer === null || view.download?.state !== 'done') return null;
  const { kind, textHash } = offer;
  if (row?.state === 'wanted' && row.textHash === textHash) {
    return (
      <AlignProgress
        share={share ?? null}
        onCancel={() => void runAndTell({ kind: 'cancel-alignment', episodeId })}
      />
    );
  }
  return (
    <button
      type="button"
      className="align-action"
      onClick={() => void runAndTell({ kind: 'request-alignment', episodeId, textHash })}
    >
      <AudioWaveform aria-hidden="true" />
      {t(`align.${kind}`)}
    </button>
  );
}

interface AlignProgressProps {
  readonly share: number | null;
  readonly onCancel: () => void;
}

function AlignProgress({ share, onCancel }: AlignProgressProps): ReactNode {
  const { t } = useTranslation();
  const label = t('align.running');
  return (
    <span className="align-progress">
      <ProgressRing label={label} value={share} />
      <span aria-hidden="true">
        {share === null ? label : t('align.runningShare', { percent: Math.floor(share * 100) })}
      </span>
      <button type="button" className="align-action" aria-label={t('align.cancel')} onClick={onCancel}>
        <X aria-hidden="true" />
        {t('common.cancel')}
      </button>
    </span>
  );
}
