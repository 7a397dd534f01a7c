import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** In a process of its own, so that its work is counted on neither side. */
const program = `
const piece = Buffer.alloc(1024 * 1024, 7);
piece.write('ID3', 0, 'latin1');
const server = require('node:http').createServer((request, response) => {
  const bytes = Number(process.argv[2]);
  response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': bytes, etag: '"1"' });
  let sent = 0;
  const more = () => {
    while (sent < bytes) {
      const part = piece.subarray(0, Math.min(piece.length, bytes - sent));
      sent += part.length;
      if (!response.write(part)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
`;

/** A server of one large file on loopback. */
export async function serveBytes(
  folder: string,
  bytes: number,
): Promise<{ origin: string; process: ChildProcess }> {
  const file = path.join(folder, 'server.cjs');
  await writeFile(file, program);
  const child = fork(file, [String(bytes)]);
  const [port] = (await once(child, 'message')) as [number];
  return { origin: `http://127.0.0.1:${port}`, process: child };
}
