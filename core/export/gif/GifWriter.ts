/** Animated GIF files (GIF89a), one frame after the other; a frame stores only the pixels that differ from the one before. */
import { lzwCompress } from './lzw';
import { indexedColors } from './palette';

/** Frames per second are stored in hundredths of a second; browsers slow down shorter ones. */
const shortestDelay = 2;

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export class GifWriter {
  private readonly parts: Uint8Array[] = [];
  private before: Uint8ClampedArray | undefined;
  private readonly delay: number;

  /** `delay`: milliseconds of each frame. Width and height are at most 65,535. */
  constructor(
    private readonly width: number,
    private readonly height: number,
    delay: number,
  ) {
    this.delay = Math.max(shortestDelay, Math.round(delay / 10));
    const signature = Array.from('GIF89a', (character) => character.charCodeAt(0));
    // No global colour table: every frame has its own.
    this.parts.push(Uint8Array.from([...signature, ...short(width), ...short(height), 0x70, 0, 0]));
    const name = Array.from('NETSCAPE2.0', (character) => character.charCodeAt(0));
    // Repeats for ever.
    this.parts.push(Uint8Array.from([0x21, 0xff, 11, ...name, 3, 1, 0, 0, 0]));
  }

  /** `rgba`: width · height · 4 bytes, opaque. */
  add(rgba: Uint8ClampedArray): void {
    const { left, top, width, height } = this.changed(rgba);
    const { before } = this;
    const pixels = new Uint8ClampedArray(width * height * 4);
    const same = before && new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      const from = ((top + y) * this.width + left) * 4;
      pixels.set(rgba.subarray(from, from + width * 4), y * width * 4);
      if (same) for (let x = 0; x < width; x++) same[y * width + x] = isSame(rgba, before, from + x * 4) ? 1 : 0;
    }
    const { indices, palette, bits, transparent } = indexedColors(pixels, same);
    // The frame stays under the next one.
    const flags = 0x04 | (transparent === undefined ? 0 : 1);
    const control = [0x21, 0xf9, 4, flags, ...short(this.delay), transparent ?? 0, 0];
    const descriptor = [0x2c, ...short(left), ...short(top), ...short(width), ...short(height), 0x80 | (bits - 1)];
    this.parts.push(Uint8Array.from([...control, ...descriptor]), palette, lzwCompress(indices, Math.max(2, bits)));
    this.before = rgba.slice();
  }

  /** The whole file. */
  finish(): Uint8Array {
    const parts = [...this.parts, Uint8Array.of(0x3b)];
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let offset = 0;
    for (const part of parts) {
      bytes.set(part, offset);
      offset += part.length;
    }
    return bytes;
  }

  /** The smallest rectangle with all differences to the frame before; one pixel where both are equal. */
  private changed(rgba: Uint8ClampedArray): Rectangle {
    const { before, width, height } = this;
    if (!before) return { left: 0, top: 0, width, height };
    let [left, right, top, bottom] = [width, -1, height, -1];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = (y * width + x) * 4;
        if (isSame(rgba, before, at)) continue;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = y;
      }
    }
    if (right < 0) return { left: 0, top: 0, width: 1, height: 1 };
    return { left, top, width: right - left + 1, height: bottom - top + 1 };
  }
}

/** Whether two pictures have the same colour at an offset. */
function isSame(a: Uint8ClampedArray, b: Uint8ClampedArray, at: number): boolean {
  return a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2];
}

/** Two bytes, the low one first. */
function short(value: number): [number, number] {
  return [value & 255, (value >> 8) & 255];
}
