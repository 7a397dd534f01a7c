import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import './checkbox.css';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'ref' | 'onChange'> {
  /** Neither on nor off: some of what it stands for is chosen. */
  readonly isMixed?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A box to tick. Its words stand in the label around it, or in `aria-label`. */
export function Checkbox({ isMixed = false, className, onChange, ...rest }: CheckboxProps) {
  return (
    <input
      {...rest}
      type="checkbox"
      className={classNames('checkbox', className)}
      ref={(box) => {
        if (box !== null) box.indeterminate = isMixed;
      }}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
