import { powerMonitor } from 'electron';

/** So long after the last key or movement of the mouse nobody is taken to be at the computer (s). */
const idleFromSeconds = 120;

export function isComputerIdle(): boolean {
  return powerMonitor.getSystemIdleTime() >= idleFromSeconds;
}
