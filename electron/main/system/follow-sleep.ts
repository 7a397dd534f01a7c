import { powerMonitor } from 'electron';

/** Tells when the computer falls asleep and when it is awake again, where the system says so. */
export function followSleep(tell: { readonly asleep: () => void; readonly awake: () => void }): void {
  powerMonitor.on('suspend', tell.asleep);
  powerMonitor.on('resume', tell.awake);
}
