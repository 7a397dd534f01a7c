import { protocol } from 'electron';
import { answerMediaRequest } from './answer-media-request.ts';
import type { MediaService } from './media-service.ts';

/** Serves audio to the media element under `media:`. The scheme itself is registered with the others before start. */
export function serveMedia(service: MediaService): void {
  protocol.handle('media', (request) => answerMediaRequest(service, request));
}
