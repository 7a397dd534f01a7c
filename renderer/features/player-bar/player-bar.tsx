import { useTranslation } from 'react-i18next';
import { usePlayback } from '../../player/playback-store.ts';
import { toggle } from '../../player/playback-commands.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { NowPlaying } from './now-playing.tsx';
import { PlayerOptions } from './player-options.tsx';
import { Position } from './position.tsx';
import { Transport } from './transport.tsx';
import { usePlayingChapters } from './use-playing-chapters.ts';
import './player-bar.css';

/** What plays, where it is, and what steers it. */
export function PlayerBar() {
  const { t } = useTranslation();
  const isIdle = usePlayback((playback) => playback.episodeId === null);
  const chapters = usePlayingChapters();
  return (
    <section className="player-bar" aria-label={t('player.label')} data-idle={isIdle || undefined}>
      <Failure />
      <NowPlaying />
      <div className="player-middle">
        <Transport chapters={chapters} />
        <Position chapters={chapters} />
      </div>
      <PlayerOptions />
    </section>
  );
}

/** Why it does not play, above the player. */
function Failure() {
  const { t } = useTranslation();
  const error = usePlayback((playback) => (playback.state === 'failed' ? playback.error : null));
  if (error === null) return null;
  return (
    <div className="player-failure">
      <Message tone="failure" {...errorWords(t, error)}>
        <Button onClick={toggle}>{t('common.tryAgain')}</Button>
      </Message>
    </div>
  );
}
