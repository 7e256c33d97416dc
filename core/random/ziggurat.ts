/** Normal and exponential numbers by the ziggurat method (Marsaglia & Tsang 2000), as in NumPy's `distributions.c`. */
import { decodeBase64 } from '../decodeBase64';
import { naturalLog } from './naturalLog';
import type { Pcg64 } from './Pcg64';
import { ZIGGURAT_TABLES } from './ziggurat.generated';

const NORMAL_EDGE = 3.6541528853610088;
const INVERSE_EDGE = 0.27366123732975828;
const EXPONENTIAL_EDGE = 7.69711747013105;

interface Table {
  readonly width: Float64Array;
  readonly accept: Float64Array;
  readonly density: Float64Array;
}

let tables: readonly [normal: Table, exponential: Table] | undefined;

export function standardNormal(bits: Pcg64): number {
  const [{ width, accept, density }] = readTables();
  for (;;) {
    const word = bits.nextUint64();
    const index = Number(word & 0xffn);
    const negative = (word >> 8n) & 1n;
    const size = Number((word >> 9n) & 0x000fffffffffffffn);
    const x = negative ? -size * width[index]! : size * width[index]!;
    if (size < accept[index]!) return x;
    if (index === 0) return tail(bits, ((word >> 17n) & 1n) === 1n);
    const height = (density[index - 1]! - density[index]!) * bits.nextDouble() + density[index]!;
    if (height < Math.exp(-0.5 * x * x)) return x;
  }
}

function tail(bits: Pcg64, negative: boolean): number {
  for (;;) {
    const x = -INVERSE_EDGE * naturalLog(1 - bits.nextDouble());
    const y = -naturalLog(1 - bits.nextDouble());
    if (y + y > x * x) return negative ? -(NORMAL_EDGE + x) : NORMAL_EDGE + x;
  }
}

export function standardExponential(bits: Pcg64): number {
  const [, { width, accept, density }] = readTables();
  for (;;) {
    const word = bits.nextUint64() >> 3n;
    const index = Number(word & 0xffn);
    const size = Number(word >> 8n);
    const x = size * width[index]!;
    if (size < accept[index]!) return x;
    if (index === 0) return EXPONENTIAL_EDGE - naturalLog(1 - bits.nextDouble());
    const height = (density[index - 1]! - density[index]!) * bits.nextDouble() + density[index]!;
    if (height < Math.exp(-x)) return x;
  }
}

function readTables(): readonly [normal: Table, exponential: Table] {
  if (tables) return tables;
  const bytes = decodeBase64(ZIGGURAT_TABLES);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const part = (at: number): Float64Array =>
    Float64Array.from({ length: 256 }, (_, i) => view.getFloat64((at * 256 + i) * 8, true));
  const table = (at: number): Table => ({ width: part(at), accept: part(at + 1), density: part(at + 2) });
  return (tables = [table(0), table(3)]);
}
