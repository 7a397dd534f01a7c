import { useEffect } from 'react';
import { run } from '../library/commands.ts';
import { recall } from '../library/memory.ts';

const key = 'last-screen';
let kept: string | null = null;

/** Path of the screen that the user left, or `null` at the very first start. */
export async function leftScreen(): Promise<string | null> {
  kept = await recall(key);
  return kept;
}

/** Remembers the screen for the next start. */
export function useLastScreen(path: string): void {
  useEffect(() => {
    if (path === kept) return;
    kept = path;
    void run({ kind: 'remember', key, value: path });
  }, [path]);
}
