import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import type { Command } from './command.ts';

export type { Command } from './command.ts';

type CommandListener = (command: Command, at: number) => Promise<void>;

/** The one door for every change a user makes. Resolves when the change is on disk. */
export function run(_command: Command): Promise<Result<null>> {
  return Promise.resolve(success(null));
}

/** The one place where a journal of the user's changes can stand: heard after each change, before it is acknowledged. */
export function onCommand(_listener: CommandListener): () => void {
  return () => undefined;
}
