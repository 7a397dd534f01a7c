/** Whether the strings and bytes in a message come to more than `limit` (bytes, or UTF-16 units of text). */
export function isLargerThan(value: unknown, limit: number): boolean {
  let left = limit;
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && left >= 0) {
    const next = waiting.pop();
    left -= ownSize(next);
    if (typeof next === 'object' && next !== null && !ArrayBuffer.isView(next)) {
      for (const [key, part] of Object.entries(next)) {
        left -= key.length;
        waiting.push(part);
      }
    }
  }
  return left < 0;
}

function ownSize(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return ArrayBuffer.isView(value) ? value.byteLength : 8;
}
