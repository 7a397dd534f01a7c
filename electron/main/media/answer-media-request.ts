import { audioMediaType } from '../../../core/audio/audio-media-type.ts';
import { answerByteRange } from '../../../core/audio/byte-range.ts';
import { mapRange } from '../../../core/audio/virtual-mp4.ts';
import type { LocalAudio } from './local-audio.ts';
import type { MediaService } from './media-service.ts';
import { versionOf } from './media-service.ts';
import { readPieces } from './read-pieces.ts';

const noHeader = new Uint8Array(0);

function refuse(status: number): Response {
  return new Response(null, { status, headers: { 'X-Content-Type-Options': 'nosniff' } });
}

/** Exact Range answers over the virtual MP4, or over the file itself where it has no such face. */
function localResponse(request: Request, audio: LocalAudio): Response {
  const { mp4 } = audio;
  const etag = `"${versionOf(audio)}"`;
  const ifRange = request.headers.get('If-Range');
  const range = ifRange === null || ifRange === etag ? request.headers.get('Range') : null;
  const answer = answerByteRange({ method: request.method, range }, mp4?.size ?? audio.source.size);
  const headers = new Headers({
    ...answer.headers,
    ETag: etag,
    'Content-Type': mp4 ? 'audio/mp4' : audioMediaType(audio.about.kind),
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  if (!answer.body) return new Response(null, { status: answer.status, headers });
  const { start, end } = answer.body;
  const pieces = mp4 ? mapRange(mp4, start, end) : [{ from: 'file', start, end } as const];
  const body = readPieces({ path: audio.path, header: mp4?.header ?? noHeader }, pieces);
  return new Response(body, { status: answer.status, headers });
}

async function answerLocal(service: MediaService, request: Request, episodeId: string): Promise<Response> {
  const found = await service.findLocal(episodeId);
  if (!found.ok || !found.value) return refuse(404);
  const asked = new URL(request.url).searchParams.get('v');
  // The file has been replaced since this address was made: its byte ranges mean something else now.
  if (asked !== null && asked !== versionOf(found.value)) return refuse(404);
  return localResponse(request, found.value);
}

/** Answers `media://episode/<id>` from disk and `media://stream/<id>` with what is still on its way; anything else is refused. */
export async function answerMediaRequest(service: MediaService, request: Request): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  const [, episodeId] = /^\/([a-z0-9-]{1,80})$/.exec(pathname) ?? [];
  if (episodeId === undefined) return refuse(404);
  if (host === 'episode') return answerLocal(service, request, episodeId);
  return host === 'stream' ? service.streams.answer(request, episodeId) : refuse(404);
}
