import type { PictureService } from './picture-service.ts';

/** Gives the kept picture at art://cache/<sha256>, else 404. */
export async function answerArtRequest(pictures: PictureService, request: Request): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  const picture = host === 'cache' ? await pictures.read(pathname.slice(1)) : null;
  if (picture === null) return new Response(null, { status: 404 });
  return new Response(picture.bytes, {
    headers: {
      'Content-Type': picture.type,
      'Cache-Control': 'max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
