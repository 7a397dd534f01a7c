import { Moon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sleepTimeLeft } from '../../../core/playback/sleep-timer.ts';
import { setSleepTimer } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { Menu } from '../../ui/menu.tsx';
import { duration } from '../../words/format.ts';

const minutes = [5, 10, 15, 30, 45, 60] as const;
const everyMs = 15_000;

/** When playing stops by itself. */
export function SleepMenu() {
  const { t } = useTranslation();
  const timer = usePlayback((playback) => playback.sleepTimer);
  const left = useTimeLeft();
  const says =
    timer === null
      ? t('player.sleep')
      : left === null
        ? t('player.sleepAtEnd')
        : t('player.sleepOn', { left: duration(t, left) });
  const items: readonly MenuItem[] = [
    { label: t('player.sleepOff'), checked: timer === null, onSelect: () => setSleepTimer(null) },
    ...minutes.map((value) => ({
      label: t('player.sleepMinutes', { minutes: value }),
      onSelect: () => setSleepTimer(value),
    })),
    {
      label: t('player.sleepEnd'),
      checked: timer?.kind === 'end-of-episode',
      onSelect: () => setSleepTimer('end-of-episode'),
    },
  ];
  const trigger = (
    <button
      type="button"
      className="icon-button sleep-button"
      aria-label={t('player.sleep')}
      aria-description={timer === null ? undefined : says}
      title={says}
      data-on={timer !== null || undefined}
      data-minutes={left === null ? undefined : Math.ceil(left / 60_000)}
    >
      <Moon />
    </button>
  );
  return <Menu label={t('player.sleep')} side="top" items={items} trigger={trigger} />;
}

/** Ms until playing stops, looked at now and then; `null` without a deadline. */
function useTimeLeft(): number | null {
  const timer = usePlayback((playback) => playback.sleepTimer);
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (timer?.kind !== 'at') return;
    setNow(performance.now());
    const interval = setInterval(() => setNow(performance.now()), everyMs);
    return () => clearInterval(interval);
  }, [timer]);
  return sleepTimeLeft(timer, now);
}
