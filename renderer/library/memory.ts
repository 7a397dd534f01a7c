import { library } from './database.ts';

/** What `run({ kind: 'remember', key, value })` kept, or `null`. */
export async function recall(key: string): Promise<string | null> {
  return (await library.meta.get(key))?.value ?? null;
}
