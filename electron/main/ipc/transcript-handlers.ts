import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';
import { success } from '../../../core/result.ts';
import { textFileEndings } from '../../../core/transcript/text-file-name.ts';
import type { BroughtTextReader } from '../transcripts/brought-texts.ts';
import type { Handlers } from './answer-request.ts';

export interface TranscriptNeeds {
  readonly window: () => BrowserWindow | null;
  readonly broughtTexts: BroughtTextReader;
}

type TranscriptHandlers = Pick<Handlers, 'transcript:read' | 'transcript:choose' | 'transcript:find-beside'>;

/** Texts the listener brings. Paths come from the system's dialog only, never from the window. */
export function transcriptHandlers({ window, broughtTexts }: TranscriptNeeds): TranscriptHandlers {
  return {
    'transcript:read': async ({ files, feedLanguage }) =>
      success(await broughtTexts.read(files, feedLanguage)),
    'transcript:choose': async ({ feedLanguage }) => {
      const options: OpenDialogOptions = {
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: textFileEndings.join(', '), extensions: [...textFileEndings] }],
      };
      const owner = window();
      const choice = await (owner === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(owner, options));
      const paths = choice.canceled ? [] : choice.filePaths.slice(0, 20);
      return success(await broughtTexts.readFiles(paths, feedLanguage));
    },
    'transcript:find-beside': async ({ episodeId, feedLanguage }) =>
      success(await broughtTexts.findBeside(episodeId, feedLanguage)),
  };
}
