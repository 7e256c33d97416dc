/** WebM files, read back element by element as RFC 8794 describes them. */
import { expect, test } from 'vitest';
import { webmFile, type VideoFrameData } from '../../../core/export/webm/webmFile';

interface Element {
  readonly id: number;
  /** Of its id, from the start of the part that was read. */
  readonly at: number;
  readonly content: Uint8Array;
}

/** The number of bytes of an id or a size: its first byte's leading zeros and one. */
const lengthOf = (first: number) => Math.clz32(first) - 23;

function elements(bytes: Uint8Array): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length;) {
    const idEnd = at + lengthOf(bytes[at]!);
    const sizeEnd = idEnd + lengthOf(bytes[idEnd]!);
    const [first = 0, ...others] = bytes.subarray(idEnd, sizeEnd);
    const size = numberIn(Uint8Array.of(first & (0xff >> (sizeEnd - idEnd)), ...others));
    found.push({ id: numberIn(bytes.subarray(at, idEnd)), at, content: bytes.subarray(sizeEnd, sizeEnd + size) });
    at = sizeEnd + size;
  }
  return found;
}

const numberIn = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
const child = (parent: Uint8Array, ...path: readonly number[]): Uint8Array =>
  path.reduce((content, id) => elements(content).find((each) => each.id === id)!.content, parent);
const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes);

const frame = (time: number, isKey: boolean, ...bytes: number[]): VideoFrameData => ({
  time,
  isKey,
  bytes: Uint8Array.from(bytes),
});

const frames = [frame(0, true, 1, 2), frame(500, false, 3), frame(1000, false, 4), frame(1500, true, 5, 6, 7)];
const file = webmFile({ codec: 'V_VP9', width: 1920, height: 847, delay: 500, frames });
const segment = child(file, 0x18538067);
const clusters = elements(segment).filter(({ id }) => id === 0x1f43b675);

test('the head names the format, the codec, the size and the length', () => {
  expect(textOf(child(file, 0x1a45dfa3, 0x4282))).toBe('webm');
  const duration = child(segment, 0x1549a966, 0x4489);
  expect(new DataView(duration.slice().buffer).getFloat64(0)).toBe(2000);
  const track = child(segment, 0x1654ae6b, 0xae);
  expect(textOf(child(track, 0x86))).toBe('V_VP9');
  expect([numberIn(child(track, 0xe0, 0xb0)), numberIn(child(track, 0xe0, 0xba))]).toEqual([1920, 847]);
  expect(numberIn(child(track, 0x23e383))).toBe(500_000_000);
});

/** Time, flag of key frames and bytes of each block. */
const blocks = ({ content }: Element) => {
  const start = numberIn(child(content, 0xe7));
  return elements(content)
    .filter(({ id }) => id === 0xa3)
    .map(({ content: [track, high = 0, low = 0, flags, ...bytes] }) => ({
      track,
      time: start + ((high << 24) >> 16) + low,
      isKey: flags === 0x80,
      bytes: Uint8Array.from(bytes),
    }));
};

test('every frame has its time, its flag and its bytes; a key frame begins a cluster', () => {
  expect(clusters.map((cluster) => blocks(cluster).length)).toEqual([3, 1]);
  expect(clusters.flatMap(blocks)).toEqual(frames.map((each) => ({ track: 0x81, ...each })));
});

test('the cues have the time and the place of each cluster', () => {
  const cues = elements(child(segment, 0x1c53bb6b)).map(({ content }) => [
    numberIn(child(content, 0xb3)),
    numberIn(child(content, 0xb7, 0xf1)),
  ]);
  expect(cues).toEqual([
    [0, clusters[0]!.at],
    [1500, clusters[1]!.at],
  ]);
});

test('a frame that is too late for its cluster begins another one', () => {
  const slow = [frame(0, true, 1), frame(30_000, false, 2), frame(60_000, false, 3)];
  const found = elements(
    child(webmFile({ codec: 'V_VP8', width: 2, height: 2, delay: 30_000, frames: slow }), 0x18538067),
  );
  const late = found.filter(({ id }) => id === 0x1f43b675);
  expect(late.map((cluster) => blocks(cluster).map(({ time }) => time))).toEqual([[0, 30_000], [60_000]]);
});
