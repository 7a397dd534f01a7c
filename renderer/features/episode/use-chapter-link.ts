import { useState } from 'react';
import { run } from '../../library/commands.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { hostToAskAbout, trustedHostKey } from '../../library/trusted-hosts.ts';
import { openExternal } from '../../settings/system.ts';
import { tellFailure } from './tell-failure.ts';

/** A link the listener has to decide about. */
export interface AskedLink {
  readonly url: string;
  readonly host: string;
}

export interface ChapterLink {
  readonly asked: AskedLink | null;
  /** Opens a link, or asks first when it leads to a server the listener has not yet let chapters lead to. */
  readonly follow: (url: string) => void;
  readonly answer: (opens: boolean) => void;
}

export function useChapterLink(view: EpisodeView): ChapterLink {
  const [asked, ask] = useState<AskedLink | null>(null);
  const follow = async (url: string): Promise<void> => {
    const host = await hostToAskAbout(url, view);
    if (host === null) tellFailure(await openExternal(url));
    else ask({ url, host });
  };
  const open = async ({ url, host }: AskedLink): Promise<void> => {
    tellFailure(await run({ kind: 'remember', key: trustedHostKey(host), value: 'yes' }));
    tellFailure(await openExternal(url));
  };
  return {
    asked,
    follow: (url) => void follow(url),
    answer: (opens) => {
      ask(null);
      if (opens && asked !== null) void open(asked);
    },
  };
}
