import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readLicences } from '../../settings/system.ts';
import { Dialog } from '../../ui/dialog.tsx';

/** The words of Earmark's licence and of those of everything in it, in the languages they were written in. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  useEffect(() => {
    void readLicences().then((read) => {
      if (read.ok) setText([read.value.licence, read.value.notices].join('\n\n'));
    });
  }, []);
  return (
    <Dialog open wide title={t('settings.licences')} closeLabel={t('common.close')} onClose={onClose}>
      <pre className="licences" lang="en" tabIndex={0} aria-label={t('settings.licences')}>
        {text}
      </pre>
    </Dialog>
  );
}
