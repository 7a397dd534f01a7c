import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ProgressRing } from '../../ui/progress-ring.tsx';
import type { FolderState } from './use-add-folder.ts';

export interface FolderProgressProps {
  readonly state: Extract<FolderState, { kind: 'reading' }>;
  readonly onCancel: () => void;
}

/** How far the reading of a folder has come. */
export function FolderProgress({ state: { done, total }, onCancel }: FolderProgressProps) {
  const { t } = useTranslation();
  const words = total === 0 ? t('folder.looking') : t('folder.reading', { done, total });
  return (
    <p className="address-working" role="status">
      <ProgressRing label={words} value={total === 0 ? null : done / total} />
      {words}
      <Button tone="quiet" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </p>
  );
}
