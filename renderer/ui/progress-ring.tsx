import './progress-ring.css';

export interface ProgressRingProps {
  readonly label: string;
  /** 0 to 1; `null` while the end is not known. */
  readonly value: number | null;
}

const circumference = 2 * Math.PI * 10;

/** Progress in the place of an icon. */
export function ProgressRing({ label, value }: ProgressRingProps) {
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="progress-ring"
    >
      <svg viewBox="0 0 24 24" data-unknown={value === null || undefined} aria-hidden="true">
        <circle cx="12" cy="12" r="10" />
        <circle
          cx="12"
          cy="12"
          r="10"
          strokeDasharray={circumference}
          strokeDashoffset={circumference * (1 - (percent ?? 25) / 100)}
        />
      </svg>
    </span>
  );
}
