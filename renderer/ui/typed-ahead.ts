/** A field that is not there after this long is not coming (ms). */
const patienceMs = 2_000;

let held: { typed: string; readonly timer: ReturnType<typeof setTimeout> } | null = null;

/** Keeps what is typed from now on for a field that is about to open: without this its first letters would be lost, or would be shortcuts. */
export function holdTyping(): void {
  takeTyped();
  document.addEventListener('keydown', keep, true);
  held = { typed: '', timer: setTimeout(takeTyped, patienceMs) };
}

/** What was typed since `holdTyping`; from now on keys go where they always do. */
export function takeTyped(): string {
  if (held === null) return '';
  const { typed, timer } = held;
  held = null;
  clearTimeout(timer);
  document.removeEventListener('keydown', keep, true);
  return typed;
}

function keep(event: KeyboardEvent): void {
  const isLetter = /^.$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (held === null || !isLetter) return;
  event.preventDefault();
  event.stopPropagation();
  held.typed += event.key;
}
