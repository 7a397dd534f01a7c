import { net, powerMonitor } from 'electron';
import type { NetworkCost, PowerSource } from '../../../core/download/rule-hold.ts';
import { readNetworkCost } from './network-cost.ts';
import { readKernelPower } from './power-source.ts';

/** What this system tells of its power and its network. `docs/decisions/0010-download-rules.md` says what each one tells. */
export const conditions = {
  readPower: (): Promise<PowerSource> =>
    process.platform === 'linux'
      ? readKernelPower()
      : Promise.resolve(powerMonitor.isOnBatteryPower() ? 'battery' : 'mains'),
  readNetwork: (): Promise<NetworkCost> =>
    process.platform === 'linux' ? readNetworkCost() : Promise.resolve('unknown'),
  /** Whether there is a network of any kind; what is on this computer itself can be reached without one. */
  isOnline: (): boolean => net.isOnline(),
};
