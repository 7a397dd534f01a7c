import type { RuleHold } from '../../../core/download/download.ts';
import { ruleHold } from '../../../core/download/rule-hold.ts';
import type { NetworkCost, PowerSource } from '../../../core/download/rule-hold.ts';
import type { Settings } from '../../../core/settings/settings.ts';
import { realTimer } from './real-timer.ts';

export interface FollowRulesNeeds {
  readonly settings: () => Pick<Settings['downloads'], 'onlyOnMains' | 'onlyUnmetered'>;
  /** Neither rejects; both answer `unknown` where the system tells nothing. */
  readonly readPower: () => Promise<PowerSource>;
  readonly readNetwork: () => Promise<NetworkCost>;
  readonly tell: (rule: RuleHold | null) => void;
  readonly after?: (ms: number, work: () => void) => () => void;
}

export interface FollowedRules {
  /** The settings changed, or the system says that the power or the network did. */
  readonly look: () => Promise<void>;
  readonly stop: () => void;
}

/** No system tells of both by itself, so they are asked for. Long enough to cost nothing (ms). */
const everyMs = 15_000;

type Asked = Pick<FollowRulesNeeds, 'settings' | 'readPower' | 'readNetwork'>;

/** Which rule makes downloads wait now. The system is asked only about what a rule in force needs to know. */
export async function readRule({ settings, readPower, readNetwork }: Asked): Promise<RuleHold | null> {
  const { onlyOnMains, onlyUnmetered } = settings();
  const [power, network] = await Promise.all([
    onlyOnMains ? readPower() : ('unknown' as const),
    onlyUnmetered ? readNetwork() : ('unknown' as const),
  ]);
  return ruleHold({ onlyOnMains, onlyUnmetered }, { power, network });
}

/** Tells which rule makes downloads wait, now and after each change. The system is asked only while a rule is in force. */
export function followRules(needs: FollowRulesNeeds): FollowedRules {
  let stopTimer: () => void = () => undefined;
  let turn = 0;
  const look = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    stopTimer();
    const { onlyOnMains, onlyUnmetered } = needs.settings();
    const rule = await readRule(needs);
    if (mine !== turn) return;
    needs.tell(rule);
    if (onlyOnMains || onlyUnmetered) stopTimer = (needs.after ?? realTimer)(everyMs, () => void look());
  };
  const stop = (): void => {
    turn += 1;
    stopTimer();
  };
  return { look, stop };
}
