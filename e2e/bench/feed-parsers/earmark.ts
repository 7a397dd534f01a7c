import { endFeed, openFeed, pushFeed } from '../../../electron/worker/parse-feed.ts';
import { parseFiles } from './parse-files.ts';

/** Pieces as the network gives them. */
const pieceBytes = 65_536;
const feedId = 'measured';

/** The jobs of the app's worker process, one after the other as main asks for them. */
parseFiles((bytes) => {
  openFeed({ feedId, url: 'https://show.example/feed.xml' });
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const piece = bytes.subarray(start, start + pieceBytes);
    pushFeed({ feedId, bytes: piece });
  }
  const result = endFeed({ feedId });
  if (!result.ok) throw new Error(result.error.code);
  if (result.value.kind !== 'feed') throw new Error('not a feed');
  const { episodes, warnings } = result.value.feed;
  if (warnings.length > 0) throw new Error(JSON.stringify(warnings));
  return episodes.length;
});
