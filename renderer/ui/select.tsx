import { ChevronDown } from 'lucide-react';
import './select.css';

export interface SelectProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of many, in the system's own list: any value, found by typing. */
export function Select<Value>({ label, value, options, onChange }: SelectProps<Value>) {
  const chosen = options.findIndex((option) => option.value === value);
  return (
    <span className="select">
      <select
        aria-label={label}
        value={chosen}
        onChange={(event) => {
          const option = options[Number(event.target.value)];
          if (option) onChange(option.value);
        }}
      >
        {options.map((option, index) => (
          <option key={option.label} value={index}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown />
    </span>
  );
}
