/**
 * The natural logarithm, correctly rounded for all but about one argument in 10⁵. V8's Math.log differs by one unit in the last
 * place for 3 % of the arguments; normal variates would then differ from NumPy's, whose C library rounds better.
 *
 * x = 2^k · m, c ≈ 1 / m from a table: log x = k·log 2 − log c + log(1 + (m·c − 1)), summed in pairs of doubles.
 */

/** An unevaluated sum high + low, |low| at most half a unit in the last place of high. */
type Double2 = readonly [high: number, low: number];

/** The table has an entry at every 128th, so that 1 has c = 1 and small logarithms lose nothing. */
const STEPS = 128;
const FIRST_STEP = Math.round(Math.SQRT1_2 * STEPS);
const LAST_STEP = Math.round(Math.SQRT2 * STEPS);
const SPLITTER = 2 ** 27 + 1;

/** log 2 to 106 bits. */
const LOG_2: Double2 = [0.6931471805599453, 2.3190468138462996e-17];

interface Table {
  /** 1 / m rounded to 8 bits, so that a pair of doubles holds m·c − 1 exactly. */
  readonly inverse: Float64Array;
  readonly minusLogHigh: Float64Array;
  readonly minusLogLow: Float64Array;
}

let table: Table | undefined;

/** Any positive normal number; all others are left to Math.log. */
export function naturalLog(x: number): number {
  if (!(x >= 2.2250738585072014e-308 && x < Infinity)) return Math.log(x);
  table ??= makeTable();
  let exponent = Math.floor(Math.log2(x));
  let mantissa = x / 2 ** exponent;
  if (mantissa >= Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const index = Math.round(mantissa * STEPS) - FIRST_STEP;
  const inverse = table.inverse[index]!;
  const [productHigh, productLow] = multiply(mantissa, inverse);
  const [restHigh, restLow] = quickSum(productHigh - 1, productLow);
  const [squareHigh, squareLow] = multiply(restHigh, restHigh);
  let sum = add(multiply2(exponent, LOG_2), [table.minusLogHigh[index]!, table.minusLogLow[index]!]);
  sum = add(sum, [restHigh, restLow]);
  sum = add(sum, quickSum(-squareHigh / 2, -squareLow / 2 - restHigh * restLow));
  return sum[0] + (sum[1] + restHigh * squareHigh * tail(restHigh));
}

/** 1/3 − r/4 + r²/5 − …, for |r| < 2⁻⁶. */
function tail(r: number): number {
  return 1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r * (1 / 8 - r * (1 / 9 - r / 10))))));
}

function makeTable(): Table {
  const length = LAST_STEP - FIRST_STEP + 1;
  const inverse = new Float64Array(length);
  const minusLogHigh = new Float64Array(length);
  const minusLogLow = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const c = Math.round((256 * STEPS) / (FIRST_STEP + i)) / 256;
    const [high, low] = slowLog(c);
    inverse[i] = c;
    minusLogHigh[i] = -high;
    minusLogLow[i] = -low;
  }
  return { inverse, minusLogHigh, minusLogLow };
}

/** log c = 2·(s + s³/3 + s⁵/5 + …), s = (c − 1) / (c + 1), for c from 0.7 to 1.5 with few bits. */
function slowLog(c: number): Double2 {
  const s = divide([c - 1, 0], c + 1);
  const square = multiplyPairs(s, s);
  let power = s;
  let sum = s;
  for (let n = 3; n < 60; n += 2) {
    power = multiplyPairs(power, square);
    sum = add(sum, divide(power, n));
  }
  return [sum[0] * 2, sum[1] * 2];
}

/** |a| ≥ |b| or a = 0. */
function quickSum(a: number, b: number): Double2 {
  const high = a + b;
  return [high, b - (high - a)];
}

/** Knuth's exact sum of the high parts. */
function add(a: Double2, b: Double2): Double2 {
  const high = a[0] + b[0];
  const part = high - a[0];
  const low = a[0] - (high - part) + (b[0] - part);
  return quickSum(high, low + a[1] + b[1]);
}

/** Dekker's exact product. */
function multiply(a: number, b: number): Double2 {
  const high = a * b;
  const aTop = a * SPLITTER - (a * SPLITTER - a);
  const bTop = b * SPLITTER - (b * SPLITTER - b);
  const aRest = a - aTop;
  const bRest = b - bTop;
  return [high, aTop * bTop - high + aTop * bRest + aRest * bTop + aRest * bRest];
}

function multiply2(a: number, b: Double2): Double2 {
  const [high, low] = multiply(a, b[0]);
  return quickSum(high, low + a * b[1]);
}

function multiplyPairs(a: Double2, b: Double2): Double2 {
  const [high, low] = multiply(a[0], b[0]);
  return quickSum(high, low + a[0] * b[1] + a[1] * b[0]);
}

function divide(a: Double2, b: number): Double2 {
  const high = a[0] / b;
  const [product, rest] = multiply(high, b);
  return quickSum(high, (a[0] - product - rest + a[1]) / b);
}
