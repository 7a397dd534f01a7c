import { Volume1, Volume2, VolumeX } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { setVolume } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Slider } from '../../ui/slider.tsx';

/** How loud. The button silences and brings back the loudness there was. */
export function Volume() {
  const { t } = useTranslation();
  const volume = usePlayback((playback) => playback.volume);
  const before = useRef(1);
  const mute = () => {
    if (volume > 0) before.current = volume;
    setVolume(volume > 0 ? 0 : before.current);
  };
  const percent = Math.round(volume * 100);
  const icon = volume === 0 ? <VolumeX /> : volume < 0.5 ? <Volume1 /> : <Volume2 />;
  return (
    <div className="volume-control">
      <IconButton label={volume === 0 ? t('player.unmute') : t('player.mute')} onClick={mute}>
        {icon}
      </IconButton>
      <Slider
        className="volume"
        label={t('player.volume')}
        value={percent}
        max={100}
        step={5}
        valueText={`${percent} %`}
        onChange={(value) => setVolume(value / 100)}
      />
    </div>
  );
}
