import { protocol } from 'electron';
import { appOrigin } from './app-protocol.ts';

/** Gives what an address of ours names. */
export type AnswerScheme = (request: Request) => Promise<Response>;

/**
 * Answers a scheme of ours from now on, once there is somebody to answer. Must be said before the page is served: a page reaches
 * only the schemes that were answered when it was opened. Our page may read what comes: without that the sound could be heard
 * but not levelled, and a cover be seen but not give its colour (Fetch §3.2.3).
 */
export function serveScheme(scheme: 'media' | 'art', answering: Promise<AnswerScheme>): void {
  protocol.handle(scheme, async (request) => {
    const answer = await answering;
    const response = await answer(request);
    response.headers.set('Access-Control-Allow-Origin', appOrigin);
    return response;
  });
}
