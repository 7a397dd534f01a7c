import { alignAhead } from '../library/align-ahead.ts';
import { resumeAlignments } from '../library/align-text.ts';
import { followAlignmentProgress } from '../library/alignment-progress.ts';
import { useSettings } from '../settings/settings-store.ts';

/** Goes on with the texts the listener wanted matched, and matches those of downloads ahead where the settings say so. */
export function startAlignments(): void {
  followAlignmentProgress();
  const { look } = alignAhead({ isOn: () => useSettings.getState().downloads.alignAhead });
  // A library that cannot be read says so where it is shown.
  void resumeAlignments().catch(() => undefined);
  look();
  useSettings.subscribe(({ downloads }, before) => {
    if (downloads.alignAhead !== before.downloads.alignAhead) look();
  });
}
