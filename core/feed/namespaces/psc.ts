import { readNormalPlayTime } from '../read-normal-play-time.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { attributesReader, type Namespace } from './namespace.ts';

const mostChapters = 2000;

/** Podlove Simple Chapters (podlove.org/simple-chapters): chapters written into the item. */
export const psc: Namespace = {
  prefix: 'psc',
  uris: ['podlove.org/simple-chapters', 'podlove.org/simple-chapters/1.0'],
  feed: {},
  episode: {
    chapters: {
      children: {
        'psc:chapter': attributesReader((episode, attributes, element) => {
          const startMs = readNormalPlayTime(attributes.get('start') ?? '');
          if (startMs === undefined || episode.chapters.length >= mostChapters) return;
          episode.chapters.push(
            withoutUndefined({
              startMs,
              title: attributes.get('title')?.trim() ?? '',
              link: element.resolve(attributes.get('href')),
              imageUrl: element.resolve(attributes.get('image')),
              listed: true,
            }),
          );
        }),
      },
    },
  },
};
