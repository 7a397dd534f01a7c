import { ListMusic } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { IconButton } from '../../ui/icon-button.tsx';
import { SleepMenu } from './sleep-menu.tsx';
import { SpeedMenu } from './speed-menu.tsx';
import { Volume } from './volume.tsx';

/** Speed, sleep timer, volume, queue. */
export function PlayerOptions() {
  const { t } = useTranslation();
  const [path, navigate] = useLocation();
  return (
    <div className="player-options">
      <SpeedMenu />
      <SleepMenu />
      <Volume />
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
