import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { busSockets } from '../../../core/dbus/bus-address.ts';
import { BusConnection } from './bus-connection.ts';

/** The bus answers a greeting at once or not at all (ms). */
const greetWithinMs = 3000;

export const busName = 'org.freedesktop.DBus';
export const busPath = '/org/freedesktop/DBus';

/** Joins the user's bus; null where there is none, or none that lets us in. */
export async function openBus(environment: NodeJS.ProcessEnv = process.env): Promise<BusConnection | null> {
  for (const path of busSockets(environment)) {
    const socket = connect(path);
    try {
      await greet(socket);
      const connection = new BusConnection(socket);
      await connection.call({
        destination: busName,
        path: busPath,
        interface: busName,
        member: 'Hello',
      });
      return connection;
    } catch {
      socket.destroy();
    }
  }
  return null;
}

/** Says who we are; the kernel vouches for it (D-Bus specification, "Authentication Protocol", EXTERNAL). */
async function greet(socket: Socket): Promise<void> {
  const user = Buffer.from(String(process.getuid?.() ?? '')).toString('hex');
  const signal = AbortSignal.timeout(greetWithinMs);
  await once(socket, 'connect', { signal });
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  const [answer] = (await once(socket, 'data', { signal })) as [Buffer];
  if (!answer.toString('latin1').startsWith('OK ')) throw new Error('the bus does not know us');
  socket.write('BEGIN\r\n');
}
