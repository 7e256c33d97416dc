/**
 * Large arrays of a message go to the panel before it, in parts: one message with all their bytes would be copied at once, which
 * holds the host for as long. The message itself has a reference in the place of each of them, and of each number that is not in
 * JSON.
 */
import { tableKeys } from '../tableKeys';

/** Bytes of one part; a shorter array stays in its message. */
export const partBytes = 4 * 2 ** 20;

type LargeArray = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array | Uint8ClampedArray;

const kinds = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Uint16Array,
  Uint8Array,
  Uint8ClampedArray,
} as const;

export interface PartMessage {
  readonly type: 'part';
  /** The array's, unique among those of one panel. */
  readonly id: number;
  /** Bytes of the whole array. */
  readonly size: number;
  /** Of these bytes, in the array's. */
  readonly offset: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A message with references; its arrays were sent before it. */
export interface JoinMessage {
  readonly type: 'join';
  readonly message: unknown;
}

/** Messages that the page receives one after the other before the browser draws: a state, its first frame, and the focus. */
export interface TogetherMessage {
  readonly type: 'together';
  readonly messages: readonly unknown[];
}

interface ArrayReference {
  readonly sentArray: number;
  readonly kind: keyof typeof kinds;
}

interface NumberReference {
  readonly lostNumber: string;
}

/** The large arrays of a message, each once. */
export function largeArraysOf(message: unknown): LargeArray[] {
  const found = new Set<LargeArray>();
  collect(message, found);
  return [...found];
}

/** The parts of an array, in order. Each has a copy of its bytes: VS Code sends the whole buffer of a view. */
export function* partsOf(id: number, { buffer, byteOffset, byteLength }: LargeArray): Generator<PartMessage> {
  for (let offset = 0; offset < byteLength; offset += partBytes) {
    const bytes = new Uint8Array(buffer, byteOffset + offset, Math.min(partBytes, byteLength - offset)).slice();
    yield { type: 'part', id, size: byteLength, offset, bytes };
  }
}

/**
 * The message as it is posted: with references in the places of the arrays that `ids` names, and of the numbers that JSON, in
 * which VS Code sends messages, does not have: NaN, infinities and −0.
 */
export function postable(message: unknown, ids: ReadonlyMap<unknown, number> = new Map()): unknown {
  if (ids.size === 0 && !hasLostNumber(message)) return message;
  return { type: 'join', message: replaced(message, (value) => referenceTo(value, ids)) } satisfies JoinMessage;
}

/** The panel's side. */
export class PartJoiner {
  private readonly arrays = new Map<number, Uint8Array<ArrayBuffer>>();

  add({ id, size, offset, bytes }: PartMessage): void {
    const whole = this.arrays.get(id) ?? new Uint8Array(size);
    whole.set(bytes, offset);
    this.arrays.set(id, whole);
  }

  /** The message as it was; arrays of messages that were given up are forgotten. */
  join({ message }: JoinMessage): unknown {
    const joined = replaced(message, (value) => {
      if (typeof value !== 'object' || value === null) return undefined;
      if ('lostNumber' in value) return Number(value.lostNumber);
      if (!isReference(value)) return undefined;
      const bytes = this.arrays.get(value.sentArray);
      return bytes && new kinds[value.kind](bytes.buffer);
    });
    this.arrays.clear();
    return joined;
  }
}

function collect(value: unknown, found: Set<LargeArray>): void {
  if (typeof value !== 'object' || value === null) return;
  if (ArrayBuffer.isView(value)) {
    if (value.byteLength > partBytes && isPartable(value)) found.add(value);
    return;
  }
  // Lists of numbers or words have no array in them.
  if (Array.isArray(value) && typeof value[0] !== 'object') return;
  for (const each of Object.values(value)) collect(each, found);
}

function kindOf(value: ArrayBufferView): keyof typeof kinds | undefined {
  return tableKeys(kinds).find((kind) => value instanceof kinds[kind]);
}

function isPartable(value: ArrayBufferView): value is LargeArray {
  return kindOf(value) !== undefined;
}

function isLost(value: unknown): value is number {
  return typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0));
}

function hasLostNumber(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isLost(value);
  return !ArrayBuffer.isView(value) && Object.values(value).some(hasLostNumber);
}

function referenceTo(value: unknown, ids: ReadonlyMap<unknown, number>): ArrayReference | NumberReference | undefined {
  if (isLost(value)) return { lostNumber: Object.is(value, -0) ? '-0' : String(value) };
  const id = ids.get(value);
  return id === undefined || !ArrayBuffer.isView(value) ? undefined : { sentArray: id, kind: kindOf(value)! };
}

function isReference(value: object): value is ArrayReference {
  return 'sentArray' in value && 'kind' in value;
}

/** A copy in which `by` has replaced objects and numbers; what it leaves is the same object, without the copy of typed arrays. */
function replaced(value: unknown, by: (value: unknown) => unknown): unknown {
  const other = by(value);
  if (other !== undefined) return other;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => replaced(each, by));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, by)]));
}
