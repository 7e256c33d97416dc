/** What a page that plays steps without VS Code needs; as JSON with exact numbers. */
import { hasEntries } from '../../hasEntries';
import { tableKeys } from '../../tableKeys';
import { decodeBase64Url, encodeBase64Url } from '../../scene/base64Url';
import { FrameEncoder, type WireFrame } from '../../panel/wire';
import type { Line } from '../../step/Frame';
import type { Stepper, View } from '../../step/Stepper';

export interface PlayerData {
  readonly title: string;
  readonly header: readonly Line[];
  readonly listing: string;
  readonly frames: readonly WireFrame[];
  /** Steps of the whole layer at this step size. */
  readonly count: number;
  readonly notes: readonly { readonly step: number; readonly text: string }[];
  readonly precision: number;
  readonly colorMap: string;
}

/** Steps of one page: more make files that browsers load slowly. */
export const mostSteps = 500;

type Rest = Pick<PlayerData, 'title' | 'notes' | 'precision' | 'colorMap'>;

/** Steps `from` to `to`, both included, at most `mostSteps`. Yields the share that is done, 0 … 1, after each step. */
export function* playerSteps(
  stepper: Stepper,
  view: View,
  { from, to }: { readonly from: number; readonly to: number },
  rest: Rest,
): Generator<number, PlayerData> {
  const { count } = stepper.timeline(view.granularity);
  const last = Math.min(to, count - 1, from + mostSteps - 1);
  const encoder = new FrameEncoder();
  const frames: WireFrame[] = [];
  for (let t = from; t <= last; t++) {
    frames.push(encoder.encode(stepper.frame(t, view)));
    yield (t - from + 1) / (last - from + 1);
  }
  const listing = stepper.listings.find(({ language }) => language === 'python')?.text ?? '';
  return { ...rest, header: [{ spans: stepper.sentence }, ...stepper.size], listing, frames, count };
}

/** As `playerSteps`, at once. */
export function playerData(...args: Parameters<typeof playerSteps>): PlayerData {
  const steps = playerSteps(...args);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const kinds = { f64: Float64Array, f32: Float32Array, u32: Uint32Array, u8: Uint8Array };

/** Safe inside a script element: no `<`. */
export function packPlayerData(data: PlayerData): string {
  const pack = (_: string, value: unknown): unknown => {
    // JSON has no NaN, infinities and −0.
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
      return { $number: Object.is(value, -0) ? '-0' : String(value) };
    }
    if (!ArrayBuffer.isView(value)) return value;
    const kind = tableKeys(kinds).find((each) => value instanceof kinds[each]);
    const { buffer, byteOffset, byteLength } = value;
    return kind ? { [`$${kind}`]: encodeBase64Url(new Uint8Array(buffer, byteOffset, byteLength)) } : value;
  };
  return JSON.stringify(data, pack).replace(/</g, '\\u003c');
}

/** The inverse of `packPlayerData`. */
export function unpackPlayerData(text: string): PlayerData {
  const unpack = (_: string, value: unknown): unknown => {
    if (!hasEntries(value)) return value;
    if ('$number' in value) return Number(value.$number);
    for (const [name, type] of Object.entries(kinds)) {
      const packed = value[`$${name}`];
      if (typeof packed === 'string') return new type(decodeBase64Url(packed)!.slice().buffer);
    }
    return value;
  };
  return JSON.parse(text, unpack) as PlayerData;
}
