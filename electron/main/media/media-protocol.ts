import { protocol } from 'electron';
import { appOrigin } from '../app-protocol.ts';
import { answerMediaRequest } from './answer-media-request.ts';
import type { MediaService } from './media-service.ts';

/**
 * Serves audio to the media element under `media:`. The scheme itself is registered with the others before start. Our page
 * may read what it plays: without that the sound could be heard but not levelled (Fetch §3.2.3).
 */
export function serveMedia(service: MediaService): void {
  protocol.handle('media', async (request) => {
    const response = await answerMediaRequest(service, request);
    response.headers.set('Access-Control-Allow-Origin', appOrigin);
    return response;
  });
}
