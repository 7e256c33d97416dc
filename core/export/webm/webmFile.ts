/**
 * WebM files of one video track: EBML elements of RFC 8794 and RFC 9559, as the WebM guidelines restrict them. A cluster begins with
 * each key frame and is listed in the cues, so that players can seek.
 */

export interface VideoFrameData {
  readonly bytes: Uint8Array;
  /** Milliseconds from the start, in ascending order. */
  readonly time: number;
  /** Whether it can be decoded without earlier frames. The first frame is one. */
  readonly isKey: boolean;
}

export interface WebmVideo {
  readonly codec: 'V_VP8' | 'V_VP9';
  readonly width: number;
  readonly height: number;
  /** Milliseconds of each frame. */
  readonly delay: number;
  readonly frames: readonly VideoFrameData[];
}

/** Times are milliseconds. */
const nanosecondsPerTick = 1_000_000;

/** A block has the time from the start of its cluster in 16 bits with a sign. */
const longestCluster = 0x7fff;

const application = 'Layer Lens';

export function webmFile(video: WebmVideo): Uint8Array {
  const { frames, delay } = video;
  const header = element(0x1a45dfa3, [
    element(0x4286, unsigned(1)),
    element(0x42f7, unsigned(1)),
    element(0x42f2, unsigned(4)),
    element(0x42f3, unsigned(8)),
    element(0x4282, ascii('webm')),
    element(0x4287, unsigned(2)),
    element(0x4285, unsigned(2)),
  ]);
  const info = element(0x1549a966, [
    element(0x2ad7b1, unsigned(nanosecondsPerTick)),
    element(0x4489, float((frames.at(-1)?.time ?? 0) + delay)),
    element(0x4d80, ascii(application)),
    element(0x5741, ascii(application)),
  ]);
  const before = concatenated([info, tracks(video)]);
  const clusters = clustersOf(frames);
  const cues: Uint8Array[] = [];
  let position = before.length;
  for (const { time, bytes } of clusters) {
    const place = element(0xb7, [element(0xf7, unsigned(1)), element(0xf1, unsigned(position))]);
    cues.push(element(0xbb, [element(0xb3, unsigned(time)), place]));
    position += bytes.length;
  }
  const segment = [before, ...clusters.map(({ bytes }) => bytes), element(0x1c53bb6b, cues)];
  return concatenated([header, element(0x18538067, segment)]);
}

function tracks({ codec, width, height, delay }: WebmVideo): Uint8Array {
  const track = element(0xae, [
    element(0xd7, unsigned(1)),
    element(0x73c5, unsigned(1)),
    element(0x83, unsigned(1)),
    // No lacing.
    element(0x9c, unsigned(0)),
    element(0x23e383, unsigned(Math.round(delay * nanosecondsPerTick))),
    element(0x86, ascii(codec)),
    element(0xe0, [element(0xb0, unsigned(width)), element(0xba, unsigned(height))]),
  ]);
  return element(0x1654ae6b, [track]);
}

interface Cluster {
  readonly time: number;
  readonly bytes: Uint8Array;
}

function clustersOf(frames: readonly VideoFrameData[]): Cluster[] {
  const groups: VideoFrameData[][] = [];
  for (const frame of frames) {
    const group = groups.at(-1);
    if (group && !frame.isKey && frame.time - group[0]!.time <= longestCluster) group.push(frame);
    else groups.push([frame]);
  }
  return groups.map((group) => {
    const time = Math.round(group[0]!.time);
    const blocks = group.map((frame) =>
      element(0xa3, [blockHead(Math.round(frame.time) - time, frame.isKey), frame.bytes]),
    );
    return { time, bytes: element(0x1f43b675, [element(0xe7, unsigned(time)), ...blocks]) };
  });
}

/** Of a SimpleBlock of track 1: its number as a size, the time in the cluster, and flags, of which 0x80 is that of key frames. */
function blockHead(time: number, isKey: boolean): Uint8Array {
  return Uint8Array.of(0x81, time >> 8, time & 0xff, isKey ? 0x80 : 0);
}

function element(id: number, content: Uint8Array | readonly Uint8Array[]): Uint8Array {
  const parts = content instanceof Uint8Array ? [content] : content;
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  return concatenated([unsigned(id), sizeBytes(size), ...parts]);
}

/** Eight bytes: 0x01 and seven of the number, the length that holds every size. */
function sizeBytes(size: number): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(size / 2 ** 32));
  view.setUint32(4, size % 2 ** 32);
  bytes[0] = 1;
  return bytes;
}

/** Big-endian in as few bytes as needed; also the bytes of an element's id, which has its length in itself. */
function unsigned(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.unshift(rest % 256);
    rest = Math.floor(rest / 256);
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

function float(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
