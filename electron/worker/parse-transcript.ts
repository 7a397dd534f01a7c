import { withoutUndefined } from '../../core/feed/without-undefined.ts';
import type { WorkerArgs, WorkerResult } from '../../core/ipc/worker-contract.ts';
import type { Result } from '../../core/result.ts';
import { parseTranscript, parseTranscriptText } from '../../core/transcript/parse-transcript.ts';

export function parseTranscriptFile({
  content,
  origin,
}: WorkerArgs<'transcript:parse'>): Result<WorkerResult<'transcript:parse'>> {
  const known = withoutUndefined(origin);
  return typeof content === 'string' ? parseTranscriptText(content, known) : parseTranscript(content, known);
}
