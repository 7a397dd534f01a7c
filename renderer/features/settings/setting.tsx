import type { ReactNode } from 'react';

export interface SettingGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function SettingGroup({ title, children }: SettingGroupProps) {
  return (
    <section className="setting-group" aria-label={title}>
      <h2>{title}</h2>
      <div className="setting-card">{children}</div>
    </section>
  );
}

export interface SettingProps {
  readonly label: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A line: what it is on the left, what sets it on the right. */
export function Setting({ label, text, children }: SettingProps) {
  return (
    <div className="setting">
      <div>
        <span className="setting-label">{label}</span>
        {text !== undefined && <p>{text}</p>}
      </div>
      <div className="setting-control">{children}</div>
    </div>
  );
}
