import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import './message.css';

export interface MessageProps {
  /** `failure` interrupts a screen reader, `info` waits. */
  readonly tone: 'info' | 'failure';
  readonly title: string;
  /** What it means and what to do. */
  readonly advice?: string | undefined;
  readonly children?: ReactNode;
}

/** What happened, beside the thing it happened to. */
export function Message({ tone, title, advice, children }: MessageProps) {
  return (
    <div className={`message message-${tone}`} role={tone === 'failure' ? 'alert' : 'status'}>
      {tone === 'failure' ? <CircleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
      <div>
        <strong>{title}</strong>
        {advice !== undefined && <p>{advice}</p>}
        {children !== undefined && <div className="message-actions">{children}</div>}
      </div>
    </div>
  );
}
