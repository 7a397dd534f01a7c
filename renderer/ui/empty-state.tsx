import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** What belongs here and how it gets here. */
  readonly text: string;
  readonly children?: ReactNode;
}

/** An empty screen that teaches. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  return (
    <section className="empty-state">
      <span className="empty-state-icon" aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children !== undefined && <div className="empty-state-actions">{children}</div>}
    </section>
  );
}
