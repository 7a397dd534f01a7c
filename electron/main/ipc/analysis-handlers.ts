import type { AnalysisService } from '../media/analysis-service.ts';
import type { Handlers } from './answer-request.ts';
import type { Cancellations } from './cancellations.ts';

export interface AnalysisNeeds {
  readonly cancellations: Cancellations;
  readonly analysis: AnalysisService;
}

export function analysisHandlers({
  cancellations,
  analysis,
}: AnalysisNeeds): Pick<Handlers, 'media:analyse'> {
  return {
    'media:analyse': ({ requestId, episodeId, ahead }) =>
      cancellations.run(requestId, (signal) => analysis.analyse(episodeId, signal, { ahead })),
  };
}
