import { AudioWaveform, Eraser, Languages } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { alignableText } from '../../library/alignable-text.ts';
import type { EpisodeView } from '../../library/rows.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import type { AlignedText } from './aligned-text.ts';
import { languageName } from './source-words.ts';
import { SpokenLanguageDialog } from './spoken-language-dialog.tsx';

interface SoundMenuOptions {
  readonly view: EpisodeView;
  readonly text: AlignedText | null;
  /** What the listener said it is spoken in (BCP 47), and the way to say it; answers whether it was kept. */
  readonly chosen: string | undefined;
  readonly choose: (language: string | undefined) => Promise<boolean>;
}

export interface SoundMenu {
  /** For the menu of the text. None where its words cannot be matched with a sound that is here. */
  readonly items: readonly MenuItem[];
  readonly dialog: ReactNode;
}

/** What can be done about the match of a text with its sound: its language, to make the match again, to take it away. */
export function useSoundMenu({ view, text, chosen, choose }: SoundMenuOptions): SoundMenu {
  const { t, i18n } = useTranslation();
  const [isChoosing, setChoosing] = useState(false);
  if (!text?.sound || view.download?.state !== 'done') return { items: [], dialog: null };
  const episodeId = view.episode.id;
  const ofShow = view.podcast.language;
  const { language, textHash } = text.sound;
  const matchIn = async (wanted: string | undefined): Promise<void> => {
    setChoosing(false);
    if (!(await choose(wanted))) return;
    const inWanted = alignableText(text.given, { ofShow, chosen: wanted });
    if (text.alignment === null || inWanted.textHash !== textHash)
      await runAndTell({ kind: 'request-alignment', episodeId, textHash: inWanted.textHash });
  };
  const made: MenuItem[] = [
    {
      label: t('align.again'),
      icon: <AudioWaveform />,
      onSelect: () => void runAndTell({ kind: 'request-alignment', episodeId, textHash, again: true }),
    },
    {
      label: t('align.forget'),
      icon: <Eraser />,
      danger: true,
      onSelect: () =>
        void runAndTell({ kind: 'forget-alignment', episodeId, textHash }, t('align.forgotten')),
    },
  ];
  return {
    items: [
      {
        label: t('align.spokenIn', { language: languageName(language, i18n.language) }),
        icon: <Languages />,
        startsGroup: true,
        onSelect: () => setChoosing(true),
      },
      ...(text.alignment === null ? [] : made),
    ],
    dialog: isChoosing && (
      <SpokenLanguageDialog
        chosen={chosen}
        guessed={alignableText(text.given, { ofShow }).language}
        onChoose={(wanted) => void matchIn(wanted)}
        onClose={() => setChoosing(false)}
      />
    ),
  };
}
