import type { BrowserWindow } from 'electron';
import { success } from '../../../core/result.ts';
import type { ImportService } from '../imports/import-service.ts';
import { chooseAudioFiles } from '../system/choose-audio.ts';
import type { Handlers } from './answer-request.ts';
import type { Cancellations } from './cancellations.ts';

export interface ImportNeeds {
  readonly imports: ImportService;
  readonly cancellations: Cancellations;
  readonly window: () => BrowserWindow | null;
}

type ImportHandlers = Pick<Handlers, Extract<keyof Handlers, `import:${string}`>>;

/** Audio files of the user. Their paths come from the system's dialog, or from the preload, which takes them of files alone. */
export function importHandlers({ imports, cancellations, window }: ImportNeeds): ImportHandlers {
  return {
    'import:choose': async ({ requestId }) => {
      const files = await chooseAudioFiles(window());
      if (files.length === 0) return success({ files: [], refused: 0 });
      return cancellations.run(requestId, (signal) => imports.offer(files, signal));
    },
    'import:dropped': ({ paths }) => imports.offer(paths, new AbortController().signal),
    'import:take': ({ requestId, ...taking }) =>
      cancellations.run(requestId, (signal) => imports.take(taking, signal)),
  };
}
