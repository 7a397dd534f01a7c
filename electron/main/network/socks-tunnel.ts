import { isIP, isIPv4 } from 'node:net';
import type { Socket } from 'node:net';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import type { Target } from './connect-tunnel.ts';
import { groupsOf } from './private-host.ts';
import { readBytes } from './read-socket.ts';

const version = 5;
const withoutPassword = 0;
const connectCommand = 1;
const addressLengths: Readonly<Record<number, number>> = { 1: 4, 4: 16 };
const nameType = 3;
/** Replies that speak of the server behind the proxy (RFC 1928 §6): network, host, refused, expired on the way. */
const serverUnreachable: ReadonlySet<number> = new Set([3, 4, 5, 6]);

/**
 * Makes a SOCKS 5 proxy connect `socket` to `target` (RFC 1928), without a name or password. Names go to the proxy as they are:
 * it asks for their address. Rejects with AppFailure when it does not, with an Error when it does not speak SOCKS.
 */
export async function openSocksTunnel(socket: Socket, target: Target, signal: AbortSignal): Promise<void> {
  socket.write(Uint8Array.of(version, 1, withoutPassword));
  const [, method] = await readReply(socket, 2, signal);
  if (method !== withoutPassword)
    throw new AppFailure(appError('proxy-refused', 'the SOCKS proxy wants to know who asks'));
  const { host, port } = target;
  socket.write(
    Buffer.concat([
      Uint8Array.of(version, connectCommand, 0),
      addressBytes(host),
      Uint8Array.of(port >> 8, port & 255),
    ]),
  );
  const [, reply = 1, , type = 0] = await readReply(socket, 4, signal);
  if (reply !== 0)
    throw new AppFailure(
      appError(
        serverUnreachable.has(reply) ? 'network-unreachable' : 'proxy-refused',
        `the SOCKS proxy answered ${reply}`,
      ),
    );
  // Where the proxy connects from: of no use, but in the way.
  const length = type === nameType ? (await readBytes(socket, 1, signal))[0] : addressLengths[type];
  if (length === undefined) throw new Error('the proxy does not speak SOCKS 5');
  await readBytes(socket, length + 2, signal);
}

async function readReply(socket: Socket, length: number, signal: AbortSignal): Promise<Buffer> {
  const bytes = await readBytes(socket, length, signal);
  if (bytes[0] !== version) throw new Error('the proxy does not speak SOCKS 5');
  return bytes;
}

/** RFC 1928 §5: the kind of address, then itself; a name with its length before it. */
function addressBytes(host: string): Uint8Array {
  if (isIPv4(host)) return Uint8Array.of(1, ...host.split('.').map(Number));
  if (isIP(host) !== 0) {
    const groups = groupsOf(host).flatMap((group) => [group >> 8, group & 255]);
    return Uint8Array.of(4, ...groups);
  }
  const name = Buffer.from(host, 'latin1');
  if (name.byteLength > 255)
    throw new AppFailure(appError('address-invalid', 'a name longer than 255 bytes'));
  return Buffer.concat([Uint8Array.of(nameType, name.byteLength), name]);
}
