import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../core/feed/feed.ts';
import { artworkAddress } from '../../library/load-artwork.ts';
import { Artwork } from '../../ui/artwork.tsx';
import { ExternalLink } from './external-link.tsx';

interface PersonListProps {
  readonly persons: readonly Person[];
  readonly feedUrl: string;
}

/** Who made the episode, with what they did in the words of the feed. */
export function PersonList({ persons, feedUrl }: PersonListProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('episode.people')}</h2>
      <ul className="persons">
        {persons.map((person) => (
          <li key={`${person.name} ${person.role ?? ''}`} className="person">
            <Portrait person={person} feedUrl={feedUrl} />
            <span>
              {person.link === undefined ? (
                person.name
              ) : (
                <ExternalLink href={person.link}>{person.name}</ExternalLink>
              )}
              {person.role !== undefined && <small>{person.role}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Portrait({
  person: { name, imageUrl },
  feedUrl,
}: {
  readonly person: Person;
  readonly feedUrl: string;
}) {
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    if (imageUrl === undefined) return;
    let isShown = true;
    void artworkAddress(imageUrl, feedUrl).then((result) => {
      if (isShown && result.ok) setSrc(result.value);
    });
    return () => {
      isShown = false;
    };
  }, [imageUrl, feedUrl]);
  return <Artwork src={src} name={name} className="portrait" />;
}
