/**
 * Finite numbers in R source. R's parser computes digits · 10^e in x87 extended precision and rounds the result once more, to a double
 * (R_strtod in R's arithmetic.c), so that about one number of 4,000 would read back as its neighbour. Those are written in hexadecimal.
 */
import { pythonNumber } from '../numberText';

/** Significand of x87 extended precision. */
const extendedBits = 64;
const doubleBits = 53;

/** 10^27 is the largest power of ten that extended precision holds exactly. */
const largestPower = 27;

export function rNumber(value: number): string {
  const text = pythonNumber(value);
  return Number.isSafeInteger(value) || readBack(text) === Math.abs(value) ? text : hexadecimal(value);
}

/** The absolute value that R reads; undefined where its powers of ten are not exact. */
function readBack(text: string): number | undefined {
  const [, whole = '', fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text)!;
  const power = Number(exponent) - fraction.length;
  if (Math.abs(power) > largestPower) return undefined;
  const digits = BigInt(whole + fraction);
  const scale = 10n ** BigInt(Math.abs(power));
  const [numerator, denominator] = power < 0 ? [digits, scale] : [digits * scale, 1n];
  const extended = round(numerator, denominator, extendedBits);
  const { significand, exponent: shift } = round(...fractionOf(extended), doubleBits);
  return Number(significand) * 2 ** shift;
}

interface Binary {
  readonly significand: bigint;
  readonly exponent: number;
}

/** The nearest number of so many bits, ties to even. */
function round(numerator: bigint, denominator: bigint, bits: number): Binary {
  const exponent = bitLength(numerator) - bitLength(denominator) - bits;
  const [top, bottom] =
    exponent < 0 ? [numerator << BigInt(-exponent), denominator] : [numerator, denominator << BigInt(exponent)];
  // One bit more than asked for, or just as many.
  const wide = top / bottom >= 1n << BigInt(bits);
  const divisor = wide ? bottom * 2n : bottom;
  const floor = top / divisor;
  const rest = 2n * (top % divisor);
  const up = rest > divisor || (rest === divisor && (floor & 1n) === 1n);
  return { significand: floor + (up ? 1n : 0n), exponent: exponent + (wide ? 1 : 0) };
}

function fractionOf({ significand, exponent }: Binary): [numerator: bigint, denominator: bigint] {
  const scale = 1n << BigInt(Math.abs(exponent));
  return exponent < 0 ? [significand, scale] : [significand * scale, 1n];
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

/** `0x1.8p+1` for 3: the digits of the double itself. */
function hexadecimal(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const stored = Number((bits >> 52n) & 0x7ffn);
  const digits = (bits & ((1n << 52n) - 1n)).toString(16).padStart(13, '0').replace(/0+$/, '');
  const exponent = Math.max(stored, 1) - 1023;
  const sign = value < 0 ? '-' : '';
  return `${sign}0x${stored === 0 ? 0 : 1}${digits === '' ? '' : `.${digits}`}p${exponent < 0 ? '' : '+'}${exponent}`;
}
