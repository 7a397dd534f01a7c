import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { AskedLink } from './use-chapter-link.ts';

interface LinkQuestionProps {
  readonly asked: AskedLink | null;
  readonly onAnswer: (opens: boolean) => void;
}

/** Shows where a link leads, whole, before it is opened for the first time. */
export function LinkQuestion({ asked, onAnswer }: LinkQuestionProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      open={asked !== null}
      title={t('episode.askLink')}
      description={t('episode.askLinkText', { host: asked?.host ?? '' })}
      closeLabel={t('common.cancel')}
      onClose={() => onAnswer(false)}
    >
      <p className="link-address">{asked?.url}</p>
      <div className="dialog-actions">
        <Button autoFocus onClick={() => onAnswer(false)}>
          {t('common.cancel')}
        </Button>
        <Button tone="main" onClick={() => onAnswer(true)}>
          {t('episode.openLink')}
        </Button>
      </div>
    </Dialog>
  );
}
