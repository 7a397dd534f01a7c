import { appError } from '../../core/app-error.ts';
import type { AppError } from '../../core/app-error.ts';
import type { WorkerArgs, WorkerJob, WorkerRequest, WorkerResult } from '../../core/ipc/worker-contract.ts';
import { failure } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { describeAudio, readAudioCover } from './describe-audio.ts';
import { digestFile } from './digest-file.ts';
import { indexAudioFile } from './index-audio-file.ts';
import { parseChaptersFile } from './parse-chapters.ts';
import { abandonFeed, endFeed, openFeed, pushFeed } from './parse-feed.ts';
import { parseOpmlFile } from './parse-opml.ts';
import { readPage } from './pages/read-page.ts';
import { parseTranscriptFile } from './parse-transcript.ts';

type Jobs = {
  readonly [Job in WorkerJob]: (
    args: WorkerArgs<Job>,
  ) => Result<WorkerResult<Job>> | Promise<Result<WorkerResult<Job>>>;
};

const jobs: Jobs = {
  'feed:open': openFeed,
  'feed:chunk': pushFeed,
  'feed:end': endFeed,
  'feed:abandon': abandonFeed,
  'opml:parse': parseOpmlFile,
  'transcript:parse': parseTranscriptFile,
  'chapters:parse': parseChaptersFile,
  'page:read': readPage,
  'audio:index': indexAudioFile,
  'audio:describe': describeAudio,
  'audio:cover': readAudioCover,
  'audio:digest': digestFile,
};

/** Does one job; what a parser throws in spite of its promises is an answer too. Arguments come from our own main process. */
export async function answerJob({
  id,
  job,
  args,
}: WorkerRequest): Promise<{ id: number; outcome: Result<unknown> }> {
  try {
    return { id, outcome: await jobs[job](args as never) };
  } catch (cause) {
    const error: AppError = appError(
      'worker-failed',
      `${job}: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    return { id, outcome: failure(error) };
  }
}
