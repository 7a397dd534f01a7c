import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Reads LICENSE and, where there is one (in a packaged app), THIRD-PARTY-NOTICES.txt from `folder`. */
export async function readLicences(folder: string): Promise<{ licence: string; notices: string }> {
  const [licence, notices] = await Promise.all([
    readFile(path.join(folder, 'LICENSE'), 'utf8'),
    readFile(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8').catch(() => ''),
  ]);
  return { licence, notices };
}
