import type { ResumeRules } from '../../core/playback/resume-position.ts';
import { useSettings } from '../settings/settings-store.ts';

/** How the listener wants to go on, now. */
export function resumeRules(): ResumeRules {
  const { rewindAfterPause, playedWithinMs } = useSettings.getState().playback;
  return { now: Date.now(), rewindAfterPause, playedWithinMs };
}
