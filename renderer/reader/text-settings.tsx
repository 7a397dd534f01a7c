import { ALargeSmall, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../core/settings/settings.ts';
import { changeSettings, useSettings } from '../settings/settings-store.ts';
import { Chip } from '../ui/chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';

type Typography = Settings['reader'];

/** Font, size, line height and width of the text. Remembered for every text. */
export function TextSettings(): ReactNode {
  const { t, i18n } = useTranslation();
  const typography = useSettings((settings) => settings.reader);
  const change = (part: Partial<Typography>): void => {
    void changeSettings({ reader: { ...typography, ...part } });
  };
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const { font, size, lineHeight, width } = typography;
  return (
    <Popover
      label={t('reader.textSettings')}
      trigger={
        <IconButton label={t('reader.textSettings')} size="small">
          <ALargeSmall />
        </IconButton>
      }
    >
      <div className="text-settings">
        <div className="text-settings-fonts" role="group" aria-label={t('settings.font')}>
          <Chip chosen={font === 'serif'} onClick={() => change({ font: 'serif' })}>
            <span className="text-settings-serif">{t('settings.fontSerif')}</span>
          </Chip>
          <Chip chosen={font === 'sans'} onClick={() => change({ font: 'sans' })}>
            {t('settings.fontSans')}
          </Chip>
        </div>
        <Stepper
          label={t('settings.size')}
          value={t('settings.sizeValue', { size })}
          next={step(size, { by: 1, from: 14, to: 32 })}
          onStep={(next) => change({ size: next })}
        />
        <Stepper
          label={t('settings.lineHeight')}
          value={number.format(lineHeight)}
          next={step(lineHeight, { by: 0.08, from: 1.3, to: 2.2 })}
          onStep={(next) => change({ lineHeight: next })}
        />
        <Stepper
          label={t('settings.width')}
          value={t('settings.widthValue', { width })}
          next={step(width, { by: 3, from: 45, to: 90 })}
          onStep={(next) => change({ width: next })}
        />
      </div>
    </Popover>
  );
}

interface Steps {
  readonly less: number;
  readonly more: number;
}

/** The neighbouring values, held inside the limits the settings accept. */
function step(value: number, { by, from, to }: { by: number; from: number; to: number }): Steps {
  const round = (next: number): number => Math.round(Math.min(to, Math.max(from, next)) * 100) / 100;
  return { less: round(value - by), more: round(value + by) };
}

interface StepperProps {
  readonly label: string;
  readonly value: string;
  readonly next: Steps;
  readonly onStep: (value: number) => void;
}

function Stepper({ label, value, next, onStep }: StepperProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="text-settings-row" role="group" aria-label={label}>
      <span>{label}</span>
      <IconButton
        label={t('reader.decrease', { what: label })}
        size="small"
        onClick={() => onStep(next.less)}
      >
        <Minus />
      </IconButton>
      <output>{value}</output>
      <IconButton
        label={t('reader.increase', { what: label })}
        size="small"
        onClick={() => onStep(next.more)}
      >
        <Plus />
      </IconButton>
    </div>
  );
}
