import i18next from 'i18next';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import type { TextVersion } from '../../library/episode-texts.ts';
import { listOwnTexts } from '../../library/own-texts.ts';
import { patchEpisodeSettings } from '../../library/patch-episode-settings.ts';
import type { EpisodeSettingsPatch } from '../../library/patch-episode-settings.ts';
import { getEpisodeSettings } from '../../library/podcast-settings.ts';
import { notify } from '../../ui/notices.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { tellFailure } from './tell-failure.ts';
import type { TextActions, TextChoice } from './text-menu.tsx';
import { useTextOfHighlight } from './use-text-of-highlight.ts';

export interface ChosenText {
  readonly choice: TextChoice;
  readonly actions: Pick<TextActions, 'choose' | 'putBeside' | 'remove'>;
  /** What texts are spoken in as the listener says (BCP 47), by their keys, and the way to say it of the shown one. */
  readonly spokenLanguages: Readonly<Record<string, string>>;
  readonly speakIn: (language: string | undefined) => Promise<boolean>;
}

/** What the listener chose to read of an episode, remembered with it, or what a highlight leads to; null until that is known. */
export function useTextChoice(episodeId: string, texts: readonly TextVersion[]): ChosenText | null {
  const settings = useLiveQuery(`episode settings ${episodeId}`, () => getEpisodeSettings(episodeId));
  const chosen = texts.find(({ key }) => key === settings?.textKey) ?? texts[0];
  const ofHighlight = useTextOfHighlight(
    episodeId,
    settings === undefined || chosen === undefined
      ? []
      : [chosen, ...texts.filter((text) => text !== chosen)],
  );
  if (settings === undefined || chosen === undefined) return null;
  const shown = ofHighlight.text ?? chosen;
  const kept = texts.find((text) => text.key === settings.besideKey && text !== chosen) ?? null;
  const beside = kept === shown ? chosen : kept;
  const { spokenLanguages = {} } = settings;
  const change = (patch: EpisodeSettingsPatch): void => {
    ofHighlight.forget();
    void patchEpisodeSettings(episodeId, patch).then(tellFailure);
  };
  return {
    choice: { texts, shown, beside },
    actions: {
      // The one that was shown trades places with the one beside it, so that choosing it keeps both in sight.
      choose: (text) => change({ textKey: text.key, ...(text === beside ? { besideKey: shown.key } : {}) }),
      putBeside: (text) => change({ textKey: shown.key, besideKey: text?.key }),
      remove: (text) => void removeText(episodeId, text),
    },
    spokenLanguages,
    speakIn: async (language) => {
      const { [shown.key]: _before, ...others } = spokenLanguages;
      const next = language === undefined ? others : { ...others, [shown.key]: language };
      const kept = await patchEpisodeSettings(episodeId, { spokenLanguages: next });
      tellFailure(kept);
      return kept.ok;
    },
  };
}

async function removeText(episodeId: string, { ownTextId = '' }: TextVersion): Promise<void> {
  const row = (await listOwnTexts(episodeId)).find(({ id }) => id === ownTextId);
  const removed = await runAndTell({ kind: 'delete-own-text', textId: ownTextId });
  if (!removed || row === undefined) return;
  notify({
    tone: 'info',
    title: i18next.t('episode.textRemoved'),
    action: {
      label: i18next.t('common.undo'),
      onSelect: () => void runAndTell({ kind: 'keep-own-text', text: row }),
    },
  });
}
