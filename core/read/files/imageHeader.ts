/** Format and size of a PNG, JPEG, GIF, WebP or BMP file from its first bytes: what it would take is known before it is decoded. */
import { LensError, msg } from '../../message';

export interface ImageHeader {
  readonly mediaType: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

type Size = Pick<ImageHeader, 'width' | 'height'>;

/** The content decides, not the file's name. Throws a LensError that names the fault. */
export function readImageHeader(bytes: Uint8Array): ImageHeader {
  const format = FORMATS.find(({ begins }) => begins(bytes));
  if (!format) throw new LensError(msg('this is not a PNG, JPEG, GIF, WebP or BMP image'));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = sizeWithin(view, format.size);
  if (!size) throw new LensError(msg('the image is truncated: its header is incomplete'));
  const { width, height } = size;
  if (width < 1 || height < 1) throw new LensError(msg('the image has no pixels: {0} × {1}', width, height));
  return { mediaType: format.mediaType, width, height };
}

interface Format {
  readonly mediaType: string;
  readonly begins: (bytes: Uint8Array) => boolean;
  /** undefined, or a RangeError of the view, where the bytes end too early. */
  readonly size: (view: DataView) => Size | undefined;
}

const FORMATS: readonly Format[] = [
  {
    mediaType: 'image/png',
    begins: (bytes) => holds(bytes, 0, '\x89PNG\r\n\x1a\n'),
    size: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  },
  { mediaType: 'image/jpeg', begins: (bytes) => holds(bytes, 0, '\xff\xd8\xff'), size: jpegSize },
  {
    mediaType: 'image/gif',
    begins: (bytes) => holds(bytes, 0, 'GIF87a') || holds(bytes, 0, 'GIF89a'),
    size: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  },
  {
    mediaType: 'image/webp',
    begins: (bytes) => holds(bytes, 0, 'RIFF') && holds(bytes, 8, 'WEBP'),
    size: webpSize,
  },
  { mediaType: 'image/bmp', begins: (bytes) => holds(bytes, 0, 'BM'), size: bmpSize },
];

function holds(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((character, k) => bytes[at + k] === character.charCodeAt(0));
}

function sizeWithin(view: DataView, size: Format['size']): Size | undefined {
  try {
    return size(view);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The first frame header; other segments are passed over by their length. */
function jpegSize(view: DataView): Size | undefined {
  let at = 2;
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFiller = marker === 0xff;
    const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (isFiller || isAlone) {
      at += isFiller ? 1 : 2;
      continue;
    }
    // DHT, JPG and DAC have numbers among those of the frame headers.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

/** Lossy, lossless, and extended files keep the size at three places. */
function webpSize(view: DataView): Size | undefined {
  switch (view.getUint32(12)) {
    case 0x56503820:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: {
      const extent = (at: number) => view.getUint16(at, true) + 65536 * view.getUint8(at + 2) + 1;
      return { width: extent(24), height: extent(27) };
    }
    default:
      return undefined;
  }
}

/** A negative height means that the rows are stored from top to bottom. */
function bmpSize(view: DataView): Size {
  const isOld = view.getUint32(14, true) === 12;
  if (isOld) return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
}
