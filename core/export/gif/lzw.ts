/** GIF's variable-length LZW compression (GIF89a, appendix F), in sub-blocks of at most 255 bytes. */

const mostCodes = 4096;

/** `bits`: of an index, 2 … 8. Returns the minimum code size, the blocks and the terminator. */
export function lzwCompress(indices: Uint8Array, bits: number): Uint8Array {
  const clear = 1 << bits;
  const end = clear + 1;
  const output = new BlockWriter(bits);
  // Code of a known string followed by an index, by both.
  let codes = new Map<number, number>();
  let next = end + 1;
  let size = bits + 1;
  output.write(clear, size);
  let prefix = indices[0]!;
  for (let at = 1; at < indices.length; at++) {
    const index = indices[at]!;
    const key = (prefix << 8) | index;
    const known = codes.get(key);
    if (known !== undefined) {
      prefix = known;
      continue;
    }
    output.write(prefix, size);
    prefix = index;
    if (next === mostCodes) {
      output.write(clear, size);
      codes = new Map();
      next = end + 1;
      size = bits + 1;
      continue;
    }
    codes.set(key, next);
    // The decoder knows a code one step later than the encoder.
    if (next === 1 << size) size++;
    next++;
  }
  output.write(prefix, size);
  output.write(end, size);
  return output.finish();
}

/** Packs codes from the lowest bit up. */
class BlockWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;
  private block = 0;
  private buffer = 0;
  private held = 0;

  constructor(minimumCodeSize: number) {
    this.push(minimumCodeSize);
    this.startBlock();
  }

  write(code: number, size: number): void {
    this.buffer |= code << this.held;
    this.held += size;
    while (this.held >= 8) {
      this.put(this.buffer & 255);
      this.buffer >>>= 8;
      this.held -= 8;
    }
  }

  finish(): Uint8Array {
    if (this.held > 0) this.put(this.buffer & 255);
    // An empty block is the terminator already.
    if (this.bytes[this.block]! > 0) this.push(0);
    return this.bytes.slice(0, this.length);
  }

  private put(byte: number): void {
    if (this.bytes[this.block] === 255) this.startBlock();
    this.push(byte);
    this.bytes[this.block]!++;
  }

  private startBlock(): void {
    this.block = this.length;
    this.push(0);
  }

  private push(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
  }
}
