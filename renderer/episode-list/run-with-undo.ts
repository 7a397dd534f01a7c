import i18next from 'i18next';
import type { Command } from '../library/commands.ts';
import { run } from '../library/commands.ts';
import { readStates } from '../library/restore-states.ts';
import { notify } from '../ui/notices.tsx';
import { errorWords } from '../words/error-words.ts';

/** Runs a change of these episodes, says `done`, and offers to put them back to how they stood. */
export async function runWithUndo(
  command: Command,
  episodeIds: readonly string[],
  done: string,
): Promise<boolean> {
  const states = await readStates(episodeIds);
  const result = await run(command);
  if (!result.ok) {
    notify({ tone: 'failure', ...errorWords(i18next.t, result.error) });
    return false;
  }
  const undo = () => void run({ kind: 'restore-episodes', states });
  notify({ tone: 'info', title: done, action: { label: i18next.t('common.undo'), onSelect: undo } });
  return true;
}
