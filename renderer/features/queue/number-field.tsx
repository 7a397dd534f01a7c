import '../../ui/field.css';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  /** Whole and above zero, or `undefined` when the field is empty. */
  readonly onChange: (value: number | undefined) => void;
}

/** A whole number that may be left out. */
export function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <label className="playlist-field">
      <span>{label}</span>
      <input
        type="number"
        className="field"
        min={1}
        step={1}
        value={value ?? ''}
        onChange={(event) => {
          const written = event.target.valueAsNumber;
          onChange(Number.isFinite(written) && written > 0 ? Math.round(written) : undefined);
        }}
      />
    </label>
  );
}
