import type { desktopContract } from '../../../core/ipc/desktop-contract.ts';
import { success } from '../../../core/result.ts';
import type { Desktop } from '../system/desktop.ts';
import type { Handlers } from './answer-request.ts';

export interface DesktopHandlerNeeds {
  readonly desktop: Desktop;
}

export function desktopHandlers({
  desktop,
}: DesktopHandlerNeeds): Pick<Handlers, keyof typeof desktopContract> {
  const done = () => Promise.resolve(success({}));
  return {
    'system:show-playing': ({ playing }) => {
      desktop.showPlaying(playing);
      return done();
    },
    'system:show-new': ({ count }) => {
      desktop.showNew(count);
      return done();
    },
    'system:announce': (news) => {
      desktop.announce(news);
      return done();
    },
    'system:has-tray': () => Promise.resolve(success({ hasTray: desktop.hasTray })),
  };
}
