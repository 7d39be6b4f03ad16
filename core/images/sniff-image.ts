// What a file really is, by its own bytes: neither its name nor what the sender calls it is believed.

export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif';
export type Sniffed = { type: ImageType; width: number; height: number };

/** Null for anything that mail programs and chat platforms do not all show: other kinds, and files that are cut off. */
export function sniffImage(bytes: Uint8Array): Sniffed | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? gif(view) ?? jpeg(view);
  } catch (error) {
    // Read beyond the end: the file is shorter than it says.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const PNG = 0x89504e470d0a1a0an;
const IHDR = 0x49484452;
const IEND = 0x49454e44;

function png(view: DataView): Sniffed | null {
  if (view.getBigUint64(0) !== PNG || view.getUint32(12) !== IHDR) return null;
  if (view.getUint32(view.byteLength - 8) !== IEND) return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

const GIF = 0x474946383961;
const GIF_OLD = 0x474946383761;

function gif(view: DataView): Sniffed | null {
  const signature = view.getUint32(0) * 0x10000 + view.getUint16(4);
  if (signature !== GIF && signature !== GIF_OLD) return null;
  // 0x3b is what every GIF ends with.
  if (view.getUint8(view.byteLength - 1) !== 0x3b) return null;
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

// Frames that hold the size: SOF0 to SOF15 but for the three that are tables and arithmetic conditions.
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);

function jpeg(view: DataView): Sniffed | null {
  if (view.getUint16(0) !== 0xffd8 || view.getUint8(2) !== 0xff) return null;
  let at = 2;
  for (;;) {
    const marker = view.getUint16(at);
    if (isFrame(marker))
      return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const length = view.getUint16(at + 2);
    // Every segment counts its own two bytes of length, so this always moves on.
    if (marker < 0xff01 || length < 2) return null;
    at += 2 + length;
  }
}
