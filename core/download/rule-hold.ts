import type { RuleHold } from './download-states.ts';

export type PowerSource = 'mains' | 'battery' | 'unknown';
export type NetworkCost = 'unmetered' | 'metered' | 'unknown';

/** Which of the user's rules makes downloads wait now. Where the system tells nothing, a rule holds nothing. */
export function ruleHold(
  settings: { readonly onlyOnMains: boolean; readonly onlyUnmetered: boolean },
  system: { readonly power: PowerSource; readonly network: NetworkCost },
): RuleHold | null {
  if (settings.onlyOnMains && system.power === 'battery') return 'battery';
  return settings.onlyUnmetered && system.network === 'metered' ? 'metered' : null;
}
