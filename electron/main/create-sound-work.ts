import { AlignmentService } from './alignment/alignment-service.ts';
import type { SendEvent } from './ipc/send-event.ts';
import { AnalysisService } from './media/analysis-service.ts';
import { JobQueue } from './media/job-queue.ts';
import type { MediaService } from './media/media-service.ts';
import type { Paths } from './paths.ts';
import { conditions } from './system/conditions.ts';
import { forkAligner, forkAnalyser } from './system/fork-process.ts';
import { isComputerIdle } from './system/is-computer-idle.ts';

/** Composition of the long work on the sound of downloads, which goes through one queue. */
export function createSoundWork(given: {
  readonly media: MediaService;
  readonly paths: Paths;
  readonly send: SendEvent;
}): { readonly analysis: AnalysisService; readonly alignment: AlignmentService } {
  const { media, paths, send } = given;
  const jobs = new JobQueue();
  const isOnMains = async (): Promise<boolean> => (await conditions.readPower()) !== 'battery';
  return {
    analysis: new AnalysisService({
      jobs,
      findLocal: (episodeId) => media.findLocal(episodeId),
      fork: () => forkAnalyser(paths.analyser),
      mayWorkAhead: isOnMains,
      announce: (progress) => send('media:analysing', progress),
    }),
    alignment: new AlignmentService({
      jobs,
      findLocal: (episodeId) => media.findLocal(episodeId),
      locate: (episodeId) => media.locate(episodeId),
      fork: () => forkAligner(paths.aligner),
      mayWorkAhead: async () => isComputerIdle() && (await isOnMains()),
      announce: (progress) => send('alignment:progress', progress),
    }),
  };
}
