import type { ReactNode } from 'react';
import { ProgressRing } from '../../ui/progress-ring.tsx';

/** Something is on its way; nothing is known of how far it has come. */
export function Waiting({ label }: { readonly label: string }): ReactNode {
  return (
    <p className="episode-waiting">
      <ProgressRing label={label} value={null} />
      <span aria-hidden="true">{label}</span>
    </p>
  );
}
