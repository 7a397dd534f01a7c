import { useState } from 'react';
import '../../ui/field.css';

export interface OwnFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly isNumber?: boolean;
  /** With what was typed, once the field is left or Enter is pressed. */
  readonly onChange: (value: string) => void;
}

/** A line of the show's settings that is typed. */
export function OwnField({ label, value, hint, isNumber = false, onChange }: OwnFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed !== null && typed.trim() !== value) onChange(typed.trim());
    setTyped(null);
  };
  return (
    <label className="show-setting">
      <span>{label}</span>
      <input
        className="field"
        type={isNumber ? 'number' : 'text'}
        min={isNumber ? 0 : undefined}
        maxLength={200}
        placeholder={hint}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </label>
  );
}
