import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceChoice } from '../../../core/playback/source-choices.ts';
import { sourceChoices } from '../../../core/playback/source-choices.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { size } from '../../words/format.ts';
import { languageName } from './source-words.ts';
import { useSource } from './use-source.ts';
import { useVersion } from './use-version.ts';
import './audio-versions.css';

/** The other forms the publisher gives the episode in, where Chromium can play them. */
export function AudioVersions({ view }: { readonly view: EpisodeView }): ReactNode {
  const { t, i18n } = useTranslation();
  const name = useId();
  const { enclosure } = view.episode;
  const [canPlay] = useState(playableTypes);
  const [usual, ...others] = sourceChoices(enclosure, view.detail?.alternateEnclosures ?? []);
  const choices = usual === undefined ? [] : [usual, ...others.filter(({ type }) => canPlay(type))];
  const current = useSource(view);
  const { choose, asked, answer } = useVersion(view);
  if (choices.length < 2) return null;
  return (
    <section>
      <h2 id={name}>{t('episode.versions')}</h2>
      <div className="versions" role="radiogroup" aria-labelledby={name}>
        {choices.map((choice, index) => (
          <label key={choice.url} className="version">
            <input
              type="radio"
              name={name}
              checked={choice.url === current?.url}
              onChange={() => choose(index === 0 ? null : choice.url)}
            />
            <span>
              {choice.title ?? t(index === 0 ? 'episode.versionUsual' : 'episode.versionOther')}
              <small>{detailsOf(t, choice, i18n.language)}</small>
            </span>
          </label>
        ))}
      </div>
      <Confirm
        open={asked}
        title={t('episode.versionAsk')}
        text={t('episode.versionAskText')}
        confirmLabel={t('episode.versionAgain')}
        cancelLabel={t('common.cancel')}
        onConfirm={() => answer(true)}
        onCancel={() => answer(false)}
      />
    </section>
  );
}

/** `Opus · 64 kbit/s · English · 12 MB` */
function detailsOf(
  t: TFunction,
  { type, bitrate, language, bytes }: SourceChoice,
  uiLanguage: string,
): string {
  const parts = [
    type.startsWith('video/') ? t('episode.versionVideo') : null,
    formatOf(type),
    bitrate === undefined ? null : t('episode.bitrate', { value: Math.round(bitrate / 1000) }),
    language === undefined || language === '' ? null : languageName(language, uiLanguage),
    bytes === undefined || bytes === 0 ? null : size(t, bytes, uiLanguage),
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/** `audio/x-m4a; codecs="…"` → `M4A`; the usual MPEG audio is called what everybody calls it. */
function formatOf(type: string): string {
  const format = /\/(?:x-)?([\w.+-]+)/.exec(type)?.[1] ?? '';
  return type.startsWith('audio/mpeg') ? 'MP3' : format.toUpperCase();
}

/** What the media element says of a type; one the feed does not name is worth a try. */
function playableTypes(): (type: string) => boolean {
  const element = document.createElement('video');
  return (type) => type === '' || element.canPlayType(type) !== '';
}
