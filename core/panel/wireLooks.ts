/** Parts of frames that are usually the same as in the frame before: titles, addresses, scales, signs. Each travels once. */

export class LookEncoder {
  private readonly latest = new Map<string, string>();

  /** The part, or undefined where it is the same as the last one of this key. */
  encode<Part>(key: string, part: Part): Part | undefined {
    const text = JSON.stringify(part, exactly);
    if (this.latest.get(key) === text) return undefined;
    this.latest.set(key, text);
    return part;
  }
}

/** Must see the parts in the order in which they were encoded. */
export class LookDecoder {
  private readonly latest = new Map<string, unknown>();

  decode<Part>(key: string, part: Part | undefined): Part {
    if (part === undefined) {
      if (!this.latest.has(key)) throw new Error(`the part ${key} was never sent`);
      return this.latest.get(key) as Part;
    }
    this.latest.set(key, part);
    return part;
  }
}

/** JSON has no NaN, infinities and −0. */
function exactly(_: string, value: unknown): unknown {
  if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return value;
  return { number: Object.is(value, -0) ? '-0' : String(value) };
}
