import { Range } from '../../ui/range.tsx';
import { Setting } from './setting.tsx';

export interface RangeSettingProps {
  readonly label: string;
  readonly text?: string;
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  readonly value: number;
  /** The value in words. */
  readonly says: string;
  readonly onChange: (value: number) => void;
}

/** A number between two others. */
export function RangeSetting({ label, text, range, value, says, onChange }: RangeSettingProps) {
  return (
    <Setting label={label} {...(text !== undefined && { text })}>
      <output>{says}</output>
      <Range label={label} {...range} value={value} says={says} onChange={onChange} />
    </Setting>
  );
}
