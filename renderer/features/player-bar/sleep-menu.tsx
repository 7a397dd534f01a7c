import type { TFunction } from 'i18next';
import { Moon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SleepTimer } from '../../../core/playback/sleep-timer.ts';
import { isListed, usePlayingChapters } from '../../player/playing-chapters.ts';
import { setSleepTimer } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { sleepLeft } from '../../player/sleep.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Menu } from '../../ui/menu.tsx';
import { clock } from '../../words/format.ts';
import type { PlayerActionProps } from './player-action.ts';

const minutes = [5, 10, 15, 30, 45, 60] as const;
const minuteMs = 60_000;

/** When playing stops by itself. */
export function SleepMenu({ onAction }: PlayerActionProps) {
  const { t } = useTranslation();
  const timer = usePlayback((playback) => playback.sleepTimer);
  const hasChapters = usePlayingChapters(({ chapters }) => chapters.some(isListed));
  const left = useTimeLeft(timer);
  const items: MenuItem[] = [
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
  if (hasChapters) {
    items.push({
      label: t('player.sleepChapter'),
      checked: timer?.kind === 'end-of-chapter',
      onSelect: () => setSleepTimer('end-of-chapter'),
    });
  }
  if (timer !== null) {
    items.unshift({
      label: t('player.sleepLonger'),
      hint: 'Shift+Z',
      onSelect: () => onAction('sleepLonger'),
    });
  }
  const trigger = (
    <IconButton
      className="sleep-button"
      label={t('player.sleep')}
      hint={timer === null ? undefined : timerWords(t, timer, left)}
      aria-description={timer === null ? undefined : timerWords(t, timer, left)}
      data-on={timer !== null || undefined}
      data-left={left === null ? undefined : shortWords(left)}
    >
      <Moon />
    </IconButton>
  );
  return <Menu label={t('player.sleep')} side="top" items={items} trigger={trigger} />;
}

function timerWords(t: TFunction, timer: SleepTimer, left: number | null): string {
  const ends = { 'end-of-episode': t('player.sleepAtEnd'), 'end-of-chapter': t('player.sleepAtChapterEnd') };
  const end = timer.kind === 'at' ? null : ends[timer.kind];
  const rest = left === null ? null : t('player.sleepLeft', { left: clock(left) });
  return [end, rest].filter((part) => part !== null).join(' · ');
}

/** Minutes, and the seconds of the last. */
function shortWords(leftMs: number): string {
  return leftMs < minuteMs ? clock(leftMs) : String(Math.ceil(leftMs / minuteMs));
}

/** Ms until playing stops, by the second; `null` when nothing is set or the end is not known. */
function useTimeLeft(timer: SleepTimer | null): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (timer === null) return;
    const look = () => setLeft(roundedToSeconds(sleepLeft()));
    look();
    const interval = setInterval(look, 1000);
    return () => {
      clearInterval(interval);
      setLeft(null);
    };
  }, [timer]);
  return left;
}

function roundedToSeconds(ms: number | null): number | null {
  return ms === null ? null : Math.ceil(ms / 1000) * 1000;
}
