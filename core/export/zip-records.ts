/** A file in a ZIP archive. `packed`: bytes in the archive, `size`: bytes of the file itself. */
export interface ZipEntry {
  /** ASCII. */
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its header begins in the archive. */
  readonly offset: number;
}

/** Beyond this the format needs its 64-bit extension, which is not written here. */
export const largestArchive = 0xffff_ffff;

const versionNeeded = 20;
/** The first day the format knows: the same book is the same file. */
const firstDay = (1 << 5) | 1;

/** The record before a file's bytes (APPNOTE 4.3.7). Always as long for the same name, so that it can be written again. */
export function localHeader(entry: Omit<ZipEntry, 'offset'>): Uint8Array {
  const record = new ZipRecord(30 + entry.name.length, 0x04034b50);
  record.short(versionNeeded);
  about(record, entry);
  record.short(0);
  record.text(entry.name);
  return record.bytes;
}

/** The list of files that ends an archive (APPNOTE 4.3.12, 4.3.16); it begins at `offset`. */
export function centralDirectory(entries: readonly ZipEntry[], offset: number): Uint8Array[] {
  const headers = entries.map(centralHeader);
  const size = headers.reduce((sum, { length }) => sum + length, 0);
  const end = new ZipRecord(22, 0x06054b50);
  end.short(0);
  end.short(0);
  end.short(entries.length);
  end.short(entries.length);
  end.long(size);
  end.long(offset);
  end.short(0);
  return [...headers, end.bytes];
}

function centralHeader(entry: ZipEntry): Uint8Array {
  const record = new ZipRecord(46 + entry.name.length, 0x02014b50);
  record.short(versionNeeded);
  record.short(versionNeeded);
  about(record, entry);
  // No extra field, no comment, first disk, no attributes.
  for (let field = 0; field < 4; field += 1) record.short(0);
  record.long(0);
  record.long(entry.offset);
  record.text(entry.name);
  return record.bytes;
}

/** What both headers say of a file. */
function about(record: ZipRecord, { name, method, crc, packed, size }: Omit<ZipEntry, 'offset'>): void {
  record.short(0);
  record.short(method === 'stored' ? 0 : 8);
  record.short(0);
  record.short(firstDay);
  record.long(crc);
  record.long(packed);
  record.long(size);
  record.short(name.length);
}

/** Little-endian numbers one after another. */
class ZipRecord {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 4;

  constructor(length: number, signature: number) {
    this.bytes = new Uint8Array(length);
    this.#view = new DataView(this.bytes.buffer);
    this.#view.setUint32(0, signature, true);
  }

  short(value: number): void {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
  }

  long(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  text(ascii: string): void {
    for (let at = 0; at < ascii.length; at += 1) this.bytes[this.#at + at] = ascii.charCodeAt(at);
    this.#at += ascii.length;
  }
}
