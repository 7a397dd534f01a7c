import { AudioWaveform } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { spokenLanguages } from '../../../core/alignment/spoken-languages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { languageName } from './source-words.ts';

interface SpokenLanguageDialogProps {
  /** BCP 47: what the listener chose before, and what it is taken for where nobody chooses. */
  readonly chosen: string | undefined;
  readonly guessed: string;
  /** `undefined`: as guessed. */
  readonly onChoose: (language: string | undefined) => void;
  readonly onClose: () => void;
}

/** Which language a text is spoken in to find it in the sound. */
export function SpokenLanguageDialog({ onClose, ...rest }: SpokenLanguageDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      title={t('align.languageTitle')}
      description={t('align.languageHint')}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
      <LanguageForm {...rest} />
    </Dialog>
  );
}

function LanguageForm({ chosen, guessed, onChoose }: Omit<SpokenLanguageDialogProps, 'onClose'>): ReactNode {
  const { t, i18n } = useTranslation();
  const [language, setLanguage] = useState(chosen);
  const automatic = t('align.automatic', { language: languageName(guessed, i18n.language) });
  const named = useMemo(() => namedLanguages(i18n.language), [i18n.language]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(language);
      }}
    >
      <Select
        label={t('align.languageTitle')}
        value={language}
        options={[{ value: undefined, label: automatic }, ...named]}
        onChange={setLanguage}
      />
      <div className="dialog-actions">
        <Button tone="main" type="submit" icon={<AudioWaveform />}>
          {t('align.match')}
        </Button>
      </div>
    </form>
  );
}

/** In the order of the interface's language; one the system has no name for is not offered. */
function namedLanguages(interfaceLanguage: string): { value: string | undefined; label: string }[] {
  return spokenLanguages
    .map((value) => ({ value, label: languageName(value, interfaceLanguage) }))
    .filter(({ value, label }) => value !== label)
    .sort((a, b) => a.label.localeCompare(b.label, interfaceLanguage));
}
