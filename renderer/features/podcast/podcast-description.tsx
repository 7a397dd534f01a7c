import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PodcastRow } from '../../library/rows.ts';
import { classNames } from '../../ui/class-names.ts';

export interface PodcastDescriptionProps {
  readonly podcast: PodcastRow;
  /** Accessible name of the section. */
  readonly about: string;
}

/** The show in its own words: a few lines, and the rest on demand. */
export function PodcastDescription({ podcast, about }: PodcastDescriptionProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isLong, setLong] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element !== null) setLong(element.scrollHeight > element.clientHeight + 4);
  }, [podcast.description]);
  if (podcast.description === '') return null;
  return (
    <section className="podcast-about" aria-label={about}>
      <div ref={box} className={classNames('podcast-description', isOpen && 'podcast-description-open')}>
        <p lang={podcast.language} dir="auto">
          {podcast.description}
        </p>
      </div>
      {isLong && (
        <button
          type="button"
          className="podcast-more"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('common.less') : t('common.showAll')}
        </button>
      )}
    </section>
  );
}
