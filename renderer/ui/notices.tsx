import { X } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { IconButton } from './icon-button.tsx';
import { Message } from './message.tsx';
import './notices.css';

export interface Notice {
  readonly tone: 'info' | 'failure';
  readonly title: string;
  readonly advice?: string;
}

interface Shown extends Notice {
  readonly id: number;
}

const infoStaysMs = 3500;
const most = 3;
let shown: readonly Shown[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

/** Says something in the corner of the window and to screen readers. Failures stay until closed. */
export function notify(notice: Notice): void {
  const others = shown.filter((one) => one.title !== notice.title);
  change([...others, { ...notice, id: nextId++ }].slice(-most));
}

function change(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const dismiss = (id: number) => change(shown.filter((notice) => notice.id !== id));

/** Where notices appear; once in the window. */
export function Notices({ label, closeLabel }: { readonly label: string; readonly closeLabel: string }) {
  const notices = useSyncExternalStore(subscribe, () => shown);
  if (notices.length === 0) return null;
  return (
    <section className="notices" aria-label={label}>
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} closeLabel={closeLabel} />
      ))}
    </section>
  );
}

function NoticeCard({ notice, closeLabel }: { readonly notice: Shown; readonly closeLabel: string }) {
  const { id, tone } = notice;
  useEffect(() => {
    if (tone === 'failure') return;
    const timer = setTimeout(() => dismiss(id), infoStaysMs);
    return () => clearTimeout(timer);
  }, [id, tone]);
  return (
    <div className="notice">
      <Message tone={tone} title={notice.title} advice={notice.advice} />
      <IconButton size="small" label={closeLabel} onClick={() => dismiss(id)}>
        <X />
      </IconButton>
    </div>
  );
}
