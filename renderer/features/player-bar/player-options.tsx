import { Ellipsis, ListMusic } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { showAbove } from '../../player/picture.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { PlayerActionProps } from './player-action.ts';
import { SleepMenu } from './sleep-menu.tsx';
import { SpeedMenu } from './speed-menu.tsx';
import { Volume } from './volume.tsx';

/** Speed, sleep timer, volume, what is wanted less often, queue. */
export function PlayerOptions({ onAction }: PlayerActionProps) {
  const { t } = useTranslation();
  const [path, navigate] = useLocation();
  return (
    <div className="player-options">
      <SpeedMenu />
      <SleepMenu onAction={onAction} />
      <Volume />
      <More onAction={onAction} />
      <IconButton
        label={t('player.queue')}
        aria-pressed={path === '/queue'}
        onClick={() => navigate('/queue')}
      >
        <ListMusic />
      </IconButton>
    </div>
  );
}

function More({ onAction }: PlayerActionProps) {
  const { t } = useTranslation();
  const isIdle = usePlayback((playback) => playback.episodeId === null);
  const hasPicture = usePlayback((playback) => playback.hasPicture);
  const loops = usePlayback((playback) => playback.loop !== null);
  const items: MenuItem[] = [
    { label: t('player.bookmark'), hint: 'Shift+B', onSelect: () => onAction('addBookmark') },
    { label: t('player.loopSentence'), hint: 'Shift+L', onSelect: () => onAction('loopSentence') },
    { label: t('player.loopStart'), hint: '[', onSelect: () => onAction('loopStart') },
    { label: t('player.loopEnd'), hint: ']', onSelect: () => onAction('loopEnd') },
  ];
  if (loops) items.push({ label: t('player.loopOff'), hint: '\\', onSelect: () => onAction('loopOff') });
  if (hasPicture) {
    items.push({ label: t('player.fullScreen'), hint: 'Shift+F', onSelect: () => onAction('fullScreen') });
    items.push({ label: t('player.above'), onSelect: () => void showAbove() });
  }
  const trigger = (
    <IconButton label={t('player.more')} disabled={isIdle}>
      <Ellipsis />
    </IconButton>
  );
  return <Menu label={t('player.more')} side="top" items={items} trigger={trigger} />;
}
