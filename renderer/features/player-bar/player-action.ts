/** What buttons and menus of the player do as keys do; `app/` carries them out. */
export type PlayerAction =
  'addBookmark' | 'loopSentence' | 'loopStart' | 'loopEnd' | 'loopOff' | 'sleepLonger' | 'fullScreen';

export interface PlayerActionProps {
  readonly onAction: (action: PlayerAction) => void;
}
