import { Slider as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './slider.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly step?: number;
  readonly valueText?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly onChange: (value: number) => void;
  /** At the end of a drag or key press. */
  readonly onCommit?: (value: number) => void;
  /** Drawn on the track, e.g. ticks. */
  readonly children?: ReactNode;
}

/** A slider from 0 to `max`. */
export function Slider(props: SliderProps) {
  const { label, value, max, step = 1, valueText, disabled = false, className, children } = props;
  return (
    <Radix.Root
      className={classNames('slider', className)}
      value={[value]}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={([next]) => props.onChange(next ?? 0)}
      onValueCommit={([next]) => props.onCommit?.(next ?? 0)}
    >
      <Radix.Track className="slider-track">
        <Radix.Range className="slider-range" />
        {children}
      </Radix.Track>
      <Radix.Thumb className="slider-thumb" aria-label={label} aria-valuetext={valueText} />
    </Radix.Root>
  );
}
