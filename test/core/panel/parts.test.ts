/** Large arrays of a message: sent in parts before it, and the same message at the other end. */
import { describe, expect, it } from 'vitest';
import { type JoinMessage, largeArraysOf, partBytes, PartJoiner, partsOf, postable } from '../../../core/panel/parts';

const numbers = (count: number): Float64Array => Float64Array.from({ length: count }, (_, k) => (k % 7 ? k / 3 : NaN));
const large = numbers((2 * partBytes) / 8 + 5);
const bytes = new Uint8ClampedArray(partBytes + 3).fill(200);
const small = numbers(10);
const message = {
  type: 'state',
  content: { map: { values: large, image: { rgba: bytes } }, planes: [{ values: small }, { values: large }] },
  words: ['a', 'b'],
  nothing: null,
};

function areSame(a: ArrayBufferView, b: ArrayBufferView): boolean {
  const [first, second] = [a, b].map((each) => Buffer.from(each.buffer, each.byteOffset, each.byteLength));
  return first!.equals(second!);
}

describe('parts', () => {
  it('each large array is found once, small ones are not', () => {
    const found = largeArraysOf(message);
    expect(found.map((each) => [large, bytes].indexOf(each as typeof large))).toEqual([0, 1]);
    expect(largeArraysOf({ ...message, content: { values: small } })).toEqual([]);
  });

  it('a message is the same after its arrays came in parts, none above the size of one', () => {
    const ids = new Map<unknown, number>([
      [large, 1],
      [bytes, 2],
    ]);
    const joiner = new PartJoiner();
    const parts = [...partsOf(1, large), ...partsOf(2, bytes)];
    expect(parts.map((part) => part.bytes.length)).toEqual([partBytes, partBytes, 40, partBytes, 3]);
    expect(parts.every((part) => part.bytes.buffer.byteLength === part.bytes.length)).toBe(true);
    for (const part of parts) joiner.add(structuredClone(part));
    const sent = structuredClone(postable(message, ids)) as JoinMessage;
    expect(largeArraysOf(sent)).toEqual([]);
    const joined = joiner.join(sent) as typeof message;
    const { map, planes } = joined.content;
    expect(map.values).toBeInstanceOf(Float64Array);
    expect(map.image.rgba).toBeInstanceOf(Uint8ClampedArray);
    // Compared as bytes: NaN is NaN, and one comparison for all numbers is quick.
    expect(areSame(map.values, large) && areSame(planes[1]!.values, large)).toBe(true);
    expect(areSame(map.image.rgba, bytes)).toBe(true);
    expect(planes[0]!.values).toEqual(small);
    expect([joined.type, joined.words, joined.nothing]).toEqual(['state', ['a', 'b'], null]);
  });

  it('numbers that JSON does not have arrive; a message without them is posted as it is', () => {
    const spans = [NaN, Infinity, -Infinity, -0, 0, 1.5, null, 'NaN'].map((value) => ({ kind: 'number', value }));
    const sent = JSON.parse(JSON.stringify(postable({ type: 'frames', spans }))) as JoinMessage;
    expect(sent.type).toBe('join');
    expect(new PartJoiner().join(sent)).toEqual({ type: 'frames', spans });
    expect(postable(message)).toBe(message);
  });

  it('a view of a larger buffer sends its own numbers only', () => {
    const view = large.subarray(3, partBytes / 8 + 10);
    const [first, second] = [...partsOf(1, view)];
    expect(new Float64Array(first!.bytes.buffer)[0]).toBe(large[3]);
    expect(second!.size).toBe(view.byteLength);
  });
});
