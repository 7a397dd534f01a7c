import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, symlink } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/** @typedef {{ name: string, mode: number, method: number, offset: number, packed: number, size: number }} Entry Offsets and sizes in bytes. */
/** @typedef {import('node:fs/promises').FileHandle} FileHandle */

const endRecord = { signature: 0x06054b50, size: 22, longestComment: 65_535 };
const entryHeader = { signature: 0x02014b50, size: 46 };
const localHeader = { signature: 0x04034b50, size: 30 };
const stored = 0;
const deflated = 8;
const fileTypeMask = 0o170000;
const symbolicLink = 0o120000;

/**
 * The list of a ZIP archive's entries, from its central directory (APPNOTE 4.3.12). No ZIP64, no encryption: throws on them.
 * @param {Buffer} directory The bytes of the central directory.
 * @returns {Entry[]}
 */
export function readDirectory(directory) {
  const entries = [];
  for (let at = 0; at + entryHeader.size <= directory.length;) {
    if (directory.readUInt32LE(at) !== entryHeader.signature)
      throw new Error('This ZIP archive is damaged: no entry where one should be.');
    const nameLength = directory.readUInt16LE(at + 28);
    const extras = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    entries.push({
      name: directory.toString('utf8', at + entryHeader.size, at + entryHeader.size + nameLength),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += entryHeader.size + nameLength + extras;
  }
  return entries;
}

/** @param {FileHandle} file @param {number} position @param {number} length */
async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** @param {FileHandle} file */
async function listEntries(file) {
  const { size } = await file.stat();
  const tailLength = Math.min(size, endRecord.size + endRecord.longestComment);
  const tail = await readAt(file, size - tailLength, tailLength);
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(endRecord.signature);
  const at = tail.lastIndexOf(signature);
  if (at < 0) throw new Error('This is not a ZIP archive, or its end is missing.');
  return readDirectory(await readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12)));
}

/** @param {{ file: FileHandle, archive: string }} zip @param {Entry} entry @param {string} target */
async function extractEntry({ file, archive }, entry, target) {
  await mkdir(path.dirname(target), { recursive: true });
  const header = await readAt(file, entry.offset, localHeader.size);
  if (header.readUInt32LE(0) !== localHeader.signature)
    throw new Error(`This ZIP archive is damaged at ${entry.name}.`);
  const start = entry.offset + localHeader.size + header.readUInt16LE(26) + header.readUInt16LE(28);
  if ((entry.mode & fileTypeMask) === symbolicLink)
    return symlink((await readAt(file, start, entry.size)).toString(), target);
  const packed =
    entry.packed === 0
      ? Readable.from([])
      : createReadStream(archive, { start, end: start + entry.packed - 1, highWaterMark: 1 << 20 });
  const sink = createWriteStream(target, { mode: entry.mode & 0o777 || 0o644 });
  if (entry.method === stored) return pipeline(packed, sink);
  if (entry.method === deflated) return pipeline(packed, createInflateRaw({ chunkSize: 1 << 20 }), sink);
  throw new Error(`${entry.name} is packed by a method (${entry.method}) that is not supported.`);
}

/**
 * Extracts chosen files of a ZIP archive with their permissions; Node alone, since a fresh machine may have no unzip.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | null} placeOf Path inside `folder` for an entry, null to leave it out.
 */
export async function unzip(archive, folder, placeOf) {
  const file = await open(archive);
  try {
    for (const entry of await listEntries(file)) {
      const place = entry.name.endsWith('/') ? null : placeOf(entry.name);
      if (place === null) continue;
      const target = path.resolve(folder, place);
      if (!target.startsWith(path.resolve(folder) + path.sep))
        throw new Error(`${entry.name} points outside the folder.`);
      await extractEntry({ file, archive }, entry, target);
    }
  } finally {
    await file.close();
  }
}
