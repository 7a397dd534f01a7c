import { protocol } from 'electron';
import { appOrigin } from '../app-protocol.ts';
import type { PictureService } from './picture-service.ts';

/** Serves kept pictures at art://cache/<sha256>. Our page may read their pixels, to take an accent from a cover. */
export function serveArt(pictures: PictureService): void {
  protocol.handle('art', async (request) => {
    const { host, pathname } = new URL(request.url);
    const picture = host === 'cache' ? await pictures.read(pathname.slice(1)) : null;
    if (picture === null) return new Response(null, { status: 404 });
    return new Response(picture.bytes, {
      headers: {
        'Content-Type': picture.type,
        'Access-Control-Allow-Origin': appOrigin,
        'Cache-Control': 'max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
