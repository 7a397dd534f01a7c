import { expect, it } from 'vitest';
import { reconcileFiles } from './reconcile-files.ts';

it('sorts the ledger by what became of its files', () => {
  const entry = (fileName: string, bytes: number) => ({ episodeId: fileName, fileName, bytes });
  const kept = entry('Show/йод.mp3', 10);
  const gone = entry('Show/gone.mp3', 10);
  const cut = entry('Show/cut.mp3', 10);
  const files = [
    { fileName: 'Show/йод.mp3'.normalize('NFD'), bytes: 10 },
    { fileName: 'Show/cut.mp3', bytes: 4 },
    { fileName: 'Show/not ours.mp3', bytes: 4 },
  ];
  expect(reconcileFiles([kept, gone, cut], files)).toEqual({
    present: [kept],
    missing: [gone],
    changed: [cut],
  });
});
