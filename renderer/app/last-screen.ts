import { useEffect } from 'react';
import { run } from '../library/commands.ts';
import { recall } from '../library/memory.ts';

const key = 'last-screen';

/** Opens the screen the user left, before anything is drawn. */
export async function restoreScreen(): Promise<void> {
  const path = await recall(key);
  if (path !== null && location.hash === '') location.replace(`#${path}`);
}

/** Remembers the screen for the next start. */
export function useLastScreen(path: string): void {
  useEffect(() => {
    void run({ kind: 'remember', key, value: path });
  }, [path]);
}
