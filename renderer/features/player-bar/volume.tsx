import { Minus, Plus, Volume1, Volume2, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { patchAndTell } from '../../episode-list/patch-and-tell.ts';
import { getEpisodeSettings } from '../../library/podcast-settings.ts';
import { toggleMute } from '../../player/mute.ts';
import { setVolume } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Slider } from '../../ui/slider.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';

/** Decibels of a step, and the most to either side. */
const stepDb = 3;
const mostDb = 12;

/** How loud; behind the button silence, and what this one episode is louder or quieter by. */
export function Volume() {
  const { t } = useTranslation();
  const volume = usePlayback((playback) => (playback.muted ? 0 : playback.volume));
  const muted = usePlayback((playback) => playback.muted);
  const episodeId = usePlayback((playback) => playback.episodeId);
  return (
    <div className="volume-control">
      <Popover
        label={t('player.volumePanel')}
        side="top"
        trigger={<IconButton label={t('player.volumePanel')}>{iconOf(volume)}</IconButton>}
      >
        <div className="volume-panel">
          <div className="volume-line">
            <IconButton
              label={muted ? t('player.unmute') : t('player.mute')}
              hint="Shift+M"
              onClick={toggleMute}
            >
              {iconOf(volume)}
            </IconButton>
            <VolumeSlider />
          </div>
          {episodeId !== null && <EpisodeLoudness episodeId={episodeId} />}
        </div>
      </Popover>
      <VolumeSlider />
    </div>
  );
}

function VolumeSlider() {
  const { t } = useTranslation();
  const percent = Math.round(usePlayback((playback) => (playback.muted ? 0 : playback.volume)) * 100);
  return (
    <Slider
      className="volume"
      label={t('player.volume')}
      value={percent}
      max={100}
      step={5}
      valueText={`${percent} %`}
      onChange={(value) => setVolume(value / 100)}
    />
  );
}

/** For the one that was recorded too quietly. */
function EpisodeLoudness({ episodeId }: { readonly episodeId: string }) {
  const { t, i18n } = useTranslation();
  const settings = useLiveQuery(`episode settings ${episodeId}`, () => getEpisodeSettings(episodeId));
  const now = settings?.volumeDb ?? 0;
  const change = (by: number) => {
    const next = Math.max(-mostDb, Math.min(mostDb, now + by));
    void patchAndTell(episodeId, { volumeDb: next === 0 ? undefined : next });
  };
  const value = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' }).format(now);
  return (
    <div className="volume-line" role="group" aria-label={t('player.thisEpisode')}>
      <span>{t('player.thisEpisode')}</span>
      <IconButton
        size="small"
        label={t('player.quieter')}
        disabled={now <= -mostDb}
        onClick={() => change(-stepDb)}
      >
        <Minus />
      </IconButton>
      <output>{t('player.decibels', { value })}</output>
      <IconButton
        size="small"
        label={t('player.louder')}
        disabled={now >= mostDb}
        onClick={() => change(stepDb)}
      >
        <Plus />
      </IconButton>
    </div>
  );
}

function iconOf(volume: number) {
  if (volume === 0) return <VolumeX />;
  return volume < 0.5 ? <Volume1 /> : <Volume2 />;
}
