import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../core/feed/feed.ts';
import { useArtwork } from '../../episode-list/use-artwork.ts';
import { Artwork } from '../../ui/artwork.tsx';
import { ExternalLink } from './external-link.tsx';

interface PersonListProps {
  readonly persons: readonly Person[];
  readonly feedUrl: string;
}

/** Who made the episode, with what they did. */
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
              {person.role !== undefined && <small>{roleWords(t, person.role)}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The usual roles of the Podcasting 2.0 taxonomy are said in the user's language, others as the feed has them. */
function roleWords(t: TFunction, role: string): string {
  return t(`episode.role.${role.toLowerCase()}`, { defaultValue: role });
}

function Portrait({ person, feedUrl }: { readonly person: Person; readonly feedUrl: string }): ReactNode {
  const src = useArtwork(person.imageUrl, feedUrl);
  return <Artwork src={src} name={person.name} className="portrait" />;
}
