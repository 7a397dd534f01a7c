import { parseChapters } from '../../core/chapters/parse-chapters.ts';
import type { WorkerArgs, WorkerResult } from '../../core/ipc/worker-contract.ts';
import { success } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { decodeText } from '../../core/text/decode-text.ts';

export function parseChaptersFile({
  bytes,
  contentType,
}: WorkerArgs<'chapters:parse'>): Result<WorkerResult<'chapters:parse'>> {
  const parsed = parseChapters(decodeText(bytes, contentType).text);
  return parsed.ok ? success([...parsed.value.chapters]) : parsed;
}
