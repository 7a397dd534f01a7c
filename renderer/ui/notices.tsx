import { X } from 'lucide-react';
import type { FocusEvent } from 'react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Notice } from './add-notice.ts';
import { addNotice } from './add-notice.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { Message } from './message.tsx';
import './notices.css';

interface Shown extends Notice {
  readonly id: number;
}

const infoStaysMs = 3500;
/** Time to read it and to reach the button. */
const actionStaysMs = 10_000;
let shown: readonly Shown[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

/** Says something in the corner of the window and to screen readers. Failures stay until closed. */
export function notify(notice: Notice): void {
  change(addNotice(shown, { ...notice, id: nextId++ }));
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

const placeId = 'notices';

/** Moves the focus to the newest notice, for keys. Answers whether there is one. */
export function focusNotice(): boolean {
  const buttons = document.querySelectorAll<HTMLElement>(`#${placeId} > :last-child button`);
  buttons[0]?.focus();
  return buttons.length > 0;
}

/** Where notices appear; once in the window. */
export function Notices({ label, closeLabel }: { readonly label: string; readonly closeLabel: string }) {
  const notices = useSyncExternalStore(subscribe, () => shown);
  if (notices.length === 0) return null;
  return (
    <section id={placeId} className="notices" aria-label={label}>
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} closeLabel={closeLabel} />
      ))}
    </section>
  );
}

function NoticeCard({ notice, closeLabel }: { readonly notice: Shown; readonly closeLabel: string }) {
  const { id, tone, action } = notice;
  const [isHeld, hold] = useState(false);
  const cameFrom = useRef<EventTarget | null>(null);
  useEffect(() => {
    if (tone === 'failure' || isHeld) return;
    const timer = setTimeout(() => dismiss(id), action === undefined ? infoStaysMs : actionStaysMs);
    return () => clearTimeout(timer);
  }, [id, tone, action, isHeld]);
  const leave = (then?: () => void) => {
    dismiss(id);
    giveFocusBack(cameFrom.current);
    then?.();
  };
  const takeFocus = (event: FocusEvent<HTMLElement>) => {
    hold(true);
    if (!event.currentTarget.contains(event.relatedTarget)) cameFrom.current = event.relatedTarget;
  };
  return (
    <div
      className="notice"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={takeFocus}
      onBlur={() => hold(false)}
    >
      <Message tone={tone} title={notice.title} advice={notice.advice}>
        {action && <Button onClick={() => leave(action.onSelect)}>{action.label}</Button>}
      </Message>
      <IconButton size="small" label={closeLabel} onClick={() => leave()}>
        <X />
      </IconButton>
    </div>
  );
}

function giveFocusBack(place: EventTarget | null): void {
  if (place instanceof HTMLElement && place.isConnected) place.focus({ preventScroll: true });
  else document.querySelector('main')?.focus({ preventScroll: true });
}
