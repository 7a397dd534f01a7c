/** @typedef {{ size: number, png: Buffer }} Picture A square PNG and its width in pixels. */

/** Icon types of Apple's format that hold a PNG, by size. */
const appleTypes = new Map([
  [16, 'icp4'],
  [32, 'icp5'],
  [64, 'icp6'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
]);

/**
 * An .icns file: `icns`, the length of all, then type, length and data of each picture.
 * @param {Picture[]} pictures
 * @returns {Buffer}
 */
export function toIcns(pictures) {
  const blocks = pictures.flatMap(({ size, png }) => {
    const type = appleTypes.get(size);
    return type === undefined ? [] : [block(type, png)];
  });
  return block('icns', Buffer.concat(blocks));
}

/** @param {string} type @param {Buffer} data */
function block(type, data) {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(data.length + header.length, 4);
  return Buffer.concat([header, data]);
}

const directoryHeaderSize = 6;
const directoryEntrySize = 16;

/**
 * An .ico file with PNG pictures of at most 256 pixels, the format's limit.
 * @param {Picture[]} pictures
 * @returns {Buffer}
 */
export function toIco(pictures) {
  const fitting = pictures.filter(({ size }) => size <= 256);
  const header = Buffer.alloc(directoryHeaderSize + directoryEntrySize * fitting.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(fitting.length, 4);
  let offset = header.length;
  fitting.forEach(({ size, png }, index) => {
    const at = directoryHeaderSize + directoryEntrySize * index;
    // One byte for each side: 0 stands for 256.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...fitting.map(({ png }) => png)]);
}
