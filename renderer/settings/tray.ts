import { request } from '../desktop/client.ts';

/** Whether this desktop has a place for an icon that brings a closed window back. */
export async function readHasTray(): Promise<boolean> {
  const answer = await request('system:has-tray', {});
  return answer.ok && answer.value.hasTray;
}
