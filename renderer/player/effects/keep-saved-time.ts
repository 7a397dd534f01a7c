import { run } from '../../library/commands.ts';
import { recall } from '../../library/memory.ts';
import { useEffects } from './effects-store.ts';

/** Key under which the library remembers the time that skipped silence has saved in all (ms). */
const savedKey = 'silence-saved-ms';

let keptMs = 0;

/** Once, at the start. */
export async function recallSavedTime(): Promise<void> {
  keptMs = Number(await recall(savedKey)) || 0;
  useEffects.setState(({ savedInAllMs }) => ({ savedInAllMs: savedInAllMs + keptMs }));
}

/** Writes it if it has grown. */
export async function keepSavedTime(): Promise<void> {
  const savedMs = Math.round(useEffects.getState().savedInAllMs);
  if (savedMs === keptMs) return;
  keptMs = savedMs;
  await run({ kind: 'remember', key: savedKey, value: String(savedMs) });
}
