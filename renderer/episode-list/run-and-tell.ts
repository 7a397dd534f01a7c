import i18next from 'i18next';
import type { Command } from '../library/commands.ts';
import { run } from '../library/commands.ts';
import { notify } from '../ui/notices.tsx';
import { errorWords } from '../words/error-words.ts';

/** Runs a change; says `done` when it is on disk, and why when it is not. */
export async function runAndTell(command: Command, done?: string): Promise<boolean> {
  const result = await run(command);
  if (!result.ok) notify({ tone: 'failure', ...errorWords(i18next.t, result.error) });
  else if (done !== undefined) notify({ tone: 'info', title: done });
  return result.ok;
}
