import type { BrowserWindow } from 'electron';
import type { HighlightFormat } from '../../../core/highlights/highlight-format.ts';
import { success } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import { replaceFile } from '../files/replace-file.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { Handlers } from './answer-request.ts';
import { askWhereToSave } from './ask-where-to-save.ts';

const kinds: Readonly<Record<HighlightFormat, { readonly name: string; readonly extensions: string[] }>> = {
  markdown: { name: 'Markdown', extensions: ['md'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
};

/** Saving highlights. The path comes from the system's dialog only, never from the window. */
export function highlightsHandlers({
  window,
}: {
  readonly window: () => BrowserWindow | null;
}): Pick<Handlers, 'highlights:save'> {
  return {
    'highlights:save': async ({ format, content }) => {
      const kind = kinds[format];
      const defaultPath = `earmark-highlights.${kind.extensions.join()}`;
      const file = await askWhereToSave(window(), { defaultPath, filters: [kind] });
      if (file === null) return success({ saved: false });
      return toResult(async () => {
        await replaceFile(file, content).catch((cause: unknown) => {
          throw new AppFailure(errorFromNode(cause, 'disk-failed'));
        });
        return { saved: true };
      });
    },
  };
}
