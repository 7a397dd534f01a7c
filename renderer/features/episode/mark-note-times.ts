import { noteTimes } from './note-times.ts';

export interface NoteTimesOptions {
  readonly durationMs: number | null;
  /** Accessible name of the button for a time, given the time as it is written. */
  readonly nameOf: (time: string) => string;
}

/** Turns the times in a tree of notes into buttons with the time in `data-ms`. Links keep their own meaning. */
export function markNoteTimes(root: HTMLElement, { durationMs, nameOf }: NoteTimesOptions): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.parentElement?.closest('a, button') === null) texts.push(node);
  }
  for (const text of texts) {
    // From the end, so that the offsets before it stay true.
    for (const { start, end, ms } of noteTimes(text.data, durationMs).reverse()) {
      const time = text.splitText(start);
      time.splitText(end - start);
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'note-time';
      button.dataset.ms = String(ms);
      button.setAttribute('aria-label', nameOf(time.data));
      time.replaceWith(button);
      button.append(time);
    }
  }
}
