import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentTypeOf } from './files/content-type.ts';
import { fileInside } from './files/file-inside.ts';

export const appOrigin = 'app://earmark';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // blob: is how the page hands the cover to the system's media panel; only its own script can make such addresses.
  "img-src 'self' art: blob:",
  // blob: is how the page feeds the media element by Media Source Extensions; only its own script can make such addresses.
  'media-src media: blob:',
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Must run before the app is ready: what the page, the audio and the pictures may do under their own schemes. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
    {
      scheme: 'media',
      privileges: { standard: true, secure: true, stream: true, supportFetchAPI: true, corsEnabled: true },
    },
    { scheme: 'art', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
  ]);
}

/** Serves the built interface from `folder` at app://earmark/, and nothing from anywhere else. Resolves with its first answer. */
export function serveApp(folder: string): Promise<void> {
  return new Promise((answered) => {
    protocol.handle('app', (request) => answerFrom(folder, request).finally(answered));
  });
}

async function answerFrom(folder: string, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== 'earmark' || (request.method !== 'GET' && request.method !== 'HEAD')) return refuse(403);
  const file = await fileInside(folder, decodePath(url.pathname));
  if (file === null) return refuse(404);
  return new Response(await readFile(file), { headers: headersFor(file) });
}

function refuse(status: number): Response {
  return new Response(null, { status });
}

function headersFor(file: string): Record<string, string> {
  return {
    'Content-Type': contentTypeOf(file),
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  };
}

/** A path that does not decode names no file. */
function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}
