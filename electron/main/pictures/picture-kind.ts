/** MIME type of a picture by its first bytes, whatever the server calls it; null for what the window does not show. */
export function pictureKind(head: Uint8Array): string | null {
  const at = (offset: number, text: string): boolean =>
    Array.from(text, (letter) => letter.charCodeAt(0)).every((byte, index) => head[offset + index] === byte);
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (at(0, '\xff\xd8\xff')) return 'image/jpeg';
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return 'image/gif';
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'image/webp';
  return at(4, 'ftypavif') || at(4, 'ftypavis') ? 'image/avif' : null;
}
