import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../core/settings/settings.ts';
import { useSettings } from '../../settings/settings-store.ts';
import { Choice } from '../../ui/choice.tsx';
import { changeAndTell } from './change-and-tell.ts';
import { RangeSetting } from './range-setting.tsx';
import { Setting, SettingGroup } from './setting.tsx';

export function TextSettings() {
  const { t, i18n } = useTranslation();
  const reader = useSettings((settings) => settings.reader);
  const change = (patch: Partial<Settings['reader']>) =>
    void changeAndTell({ reader: { ...reader, ...patch } });
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const font = reader.font === 'serif' ? 'var(--font-text)' : 'var(--font-ui)';
  return (
    <SettingGroup title={t('settings.text')}>
      <div className="setting-sample">
        <p
          style={{
            font: `400 ${reader.size}px/${reader.lineHeight} ${font}`,
            maxWidth: `${reader.width}ch`,
          }}
        >
          {t('settings.sample')}
        </p>
      </div>
      <Setting label={t('settings.font')}>
        <Choice
          label={t('settings.font')}
          value={reader.font}
          options={[
            { value: 'serif', label: t('settings.fontSerif') },
            { value: 'sans', label: t('settings.fontSans') },
          ]}
          onChange={(next) => change({ font: next })}
        />
      </Setting>
      <RangeSetting
        label={t('settings.size')}
        range={{ min: 14, max: 32, step: 1 }}
        value={reader.size}
        says={t('settings.sizeValue', { size: reader.size })}
        onChange={(size) => change({ size })}
      />
      <RangeSetting
        label={t('settings.lineHeight')}
        range={{ min: 1.3, max: 2.2, step: 0.02 }}
        value={reader.lineHeight}
        says={number.format(reader.lineHeight)}
        onChange={(lineHeight) => change({ lineHeight: Math.round(lineHeight * 100) / 100 })}
      />
      <RangeSetting
        label={t('settings.width')}
        range={{ min: 45, max: 90, step: 1 }}
        value={reader.width}
        says={t('settings.widthValue', { width: reader.width })}
        onChange={(width) => change({ width })}
      />
    </SettingGroup>
  );
}
