import { success } from '../../../core/result.ts';
import type { AlignmentService } from '../alignment/alignment-service.ts';
import type { Handlers } from './answer-request.ts';
import type { Cancellations } from './cancellations.ts';

export interface AlignmentNeeds {
  readonly cancellations: Cancellations;
  readonly alignment: AlignmentService;
}

export function alignmentHandlers({
  cancellations,
  alignment,
}: AlignmentNeeds): Pick<Handlers, 'alignment:make' | 'alignment:kept' | 'alignment:forget'> {
  return {
    'alignment:make': ({ requestId, ...wish }) =>
      cancellations.run(requestId, (signal) => alignment.make(wish, signal)),
    'alignment:kept': async ({ episodeId }) => {
      const kept = await alignment.kept(episodeId);
      return kept.ok ? success({ alignments: kept.value }) : kept;
    },
    'alignment:forget': async ({ episodeId, textHash }) => {
      const forgotten = await alignment.forget(episodeId, textHash);
      return forgotten.ok ? success({}) : forgotten;
    },
  };
}
