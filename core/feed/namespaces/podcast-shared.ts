import type { Funding, License, Note, Person, PodcastImage, PodcastLocation } from '../feed.ts';
import { plainMimeType } from '../read-enclosure.ts';
import { readCount } from '../read-number.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { attributesReader, textReader, type ElementReader, type ElementTable } from './namespace.ts';

/** Elements of the podcast namespace that mean the same in a show and in an episode. */
interface SharedDraft {
  readonly persons: Person[];
  readonly fundings: Funding[];
  readonly locations: PodcastLocation[];
  readonly images: PodcastImage[];
  readonly notes: Note[];
  license: License | undefined;
  acceptsValue: boolean;
}

/** More of one kind than any honest feed has. */
export const mostOfAKind = 200;

const lower = (text: string | undefined): string | undefined => text?.trim().toLowerCase() || undefined;
const trimmed = (text: string | undefined): string | undefined => text?.trim() || undefined;

export const podcastShared: ElementTable<SharedDraft> = {
  person: textReader((draft, name, { attributes, resolve }) => {
    if (draft.persons.length >= mostOfAKind) return;
    const role = lower(attributes.get('role')) ?? 'host';
    const group = lower(attributes.get('group')) ?? 'cast';
    const imageUrl = resolve(attributes.get('img'));
    const link = resolve(attributes.get('href'));
    draft.persons.push(withoutUndefined({ name, role, group, imageUrl, link }));
  }),
  funding: textOrNothing((draft, text, { attributes, resolve }) => {
    const url = resolve(attributes.get('url'));
    if (url !== undefined && draft.fundings.length < mostOfAKind) draft.fundings.push({ url, text });
  }),
  location: textReader((draft, name, { attributes }) => {
    if (draft.locations.length >= mostOfAKind) return;
    const rel = lower(attributes.get('rel'));
    const geo = trimmed(attributes.get('geo'));
    const osm = trimmed(attributes.get('osm'));
    const country = trimmed(attributes.get('country'));
    draft.locations.push(withoutUndefined({ name, rel, geo, osm, country }));
  }),
  image: attributesReader((draft, attributes, { resolve }) => {
    const url = resolve(attributes.get('href'));
    if (url === undefined || draft.images.length >= mostOfAKind) return;
    const width = readCount(attributes.get('width'));
    const height = readCount(attributes.get('height'));
    const type = plainMimeType(attributes.get('type')) || undefined;
    const purpose = lower(attributes.get('purpose'));
    draft.images.push(
      withoutUndefined({ url, purpose, alt: trimmed(attributes.get('alt')), width, height, type }),
    );
  }),
  images: attributesReader((draft, attributes, { resolve }) => {
    // HTML's srcset: addresses with a width each, commas between.
    for (const candidate of (attributes.get('srcset') ?? '').split(/,\s+/).slice(0, mostOfAKind)) {
      const [address, descriptor = ''] = candidate.trim().split(/\s+/);
      const url = resolve(address);
      const width = readCount(/^(\d+)w$/.exec(descriptor)?.[1]);
      if (url !== undefined) draft.images.push(withoutUndefined({ url, width }));
    }
  }),
  license: textReader((draft, name, { attributes, resolve }) => {
    draft.license ??= withoutUndefined({ name, url: resolve(attributes.get('url')) });
  }),
  txt: textReader((draft, text, { attributes }) => {
    const purpose = lower(attributes.get('purpose'));
    if (draft.notes.length < mostOfAKind)
      draft.notes.push(withoutUndefined({ purpose, text: text.slice(0, 4000) }));
  }),
  value: { open: (draft) => (draft.acceptsValue = true) },
};

/** Like `textReader`, also for elements whose text may be missing. */
export function textOrNothing<Draft>(
  keep: (
    draft: Draft,
    text: string,
    element: Parameters<NonNullable<ElementReader<Draft>['close']>>[1],
  ) => void,
): ElementReader<Draft> {
  return { content: 'text', close: (draft, element) => keep(draft, element.text.trim(), element) };
}
