import type { CSSProperties } from 'react';
import './range.css';

export interface RangeProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** The value in words. */
  readonly says: string;
  readonly onChange: (value: number) => void;
}

/** A number between two others, where `Slider` would have to start at 0. */
export function Range({ label, value, min, max, step = 1, says, onChange }: RangeProps) {
  const part = Math.max(0, Math.min(1, (value - min) / (max - min)));
  return (
    <input
      type="range"
      className="range"
      style={{ '--part': part } as CSSProperties}
      aria-label={label}
      aria-valuetext={says}
      min={min}
      max={max}
      step={step}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  );
}
