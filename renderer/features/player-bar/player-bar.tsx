import { useTranslation } from 'react-i18next';
import { AllowPlain } from '../../episode-list/allow-plain.tsx';
import { usePlayback } from '../../player/playback-store.ts';
import { toggle } from '../../player/playback-commands.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { LeftOutNotice } from './left-out-notice.tsx';
import { NowPlaying } from './now-playing.tsx';
import type { PlayerActionProps } from './player-action.ts';
import { PlayerOptions } from './player-options.tsx';
import { Position } from './position.tsx';
import { Transport } from './transport.tsx';
import './player-bar.css';

/** What plays, where it is, and what steers it. */
export function PlayerBar({ onAction }: PlayerActionProps) {
  const { t } = useTranslation();
  const isIdle = usePlayback((playback) => playback.episodeId === null);
  return (
    <section className="player-bar" aria-label={t('player.label')} data-idle={isIdle || undefined}>
      <Failure />
      <LeftOutNotice />
      <Slept onAction={onAction} />
      <NowPlaying />
      <div className="player-middle">
        <Transport onAction={onAction} />
        <Position />
      </div>
      <PlayerOptions onAction={onAction} />
    </section>
  );
}

/** Why it does not play, above the player. */
function Failure() {
  const { t } = useTranslation();
  const error = usePlayback((playback) => (playback.state === 'failed' ? playback.error : null));
  const podcastId = usePlayback((playback) => playback.podcastId);
  if (error === null) return null;
  return (
    <div className="player-message">
      <Message tone="failure" {...errorWords(t, error)}>
        {error.code === 'audio-unencrypted' && podcastId !== null ? (
          <AllowPlain podcastId={podcastId} onAllowed={toggle} />
        ) : (
          <Button onClick={toggle}>{t('common.tryAgain')}</Button>
        )}
      </Message>
    </div>
  );
}

/** Who is still awake goes on listening. */
function Slept({ onAction }: PlayerActionProps) {
  const { t } = useTranslation();
  const justSlept = usePlayback((playback) => playback.justSlept);
  if (!justSlept) return null;
  return (
    <div className="player-message">
      <Message tone="info" title={t('player.slept')}>
        <Button onClick={() => onAction('sleepLonger')}>{t('player.sleepLonger')}</Button>
      </Message>
    </div>
  );
}
