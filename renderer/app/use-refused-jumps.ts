import i18next from 'i18next';
import { useEffect } from 'react';
import { usePlayback } from '../player/playback-store.ts';
import { notify } from '../ui/notices.tsx';

/** Says why a jump in a stream leads nowhere. */
export function useRefusedJumps(): void {
  useEffect(
    () =>
      usePlayback.subscribe((now, before) => {
        if (now.refusedJumps <= before.refusedJumps) return;
        notify({
          tone: 'info',
          title: i18next.t('player.cannotJump'),
          advice: i18next.t('player.cannotJumpText'),
        });
      }),
    [],
  );
}
