import { Switch } from '../../ui/switch.tsx';
import { Setting } from './setting.tsx';

export interface SwitchSettingProps {
  readonly label: string;
  readonly text?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off. */
export function SwitchSetting({ label, text, checked, onChange }: SwitchSettingProps) {
  return (
    <Setting label={label} {...(text !== undefined && { text })}>
      <Switch label={label} checked={checked} onChange={onChange} />
    </Setting>
  );
}
