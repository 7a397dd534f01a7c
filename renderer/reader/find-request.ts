const listeners = new Set<() => void>();

/** Asks the text on screen, if there is one, to open its search: for menus and keys outside the reader. */
export function requestFind(): void {
  for (const listener of listeners) listener();
}

/** The answer unsubscribes. */
export function onFindRequest(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
