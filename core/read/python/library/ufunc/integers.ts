/** Arithmetic of fixed-width integers, as C on x86-64 does it. */
import { LensError, msg } from '../../../../message';
import { castTo, type Dtype } from '../../array/dtype';
import { valueError } from '../../runtime/PythonError';
import type { Binary } from './Ufunc';

/** Products of 32-bit numbers do not fit a double; `Math.imul` keeps the low 32 bits. */
export function multiplyIntegers(dtype: Dtype): Binary {
  return dtype === 'int32' || dtype === 'uint32' ? Math.imul : (a, b) => a * b;
}

/** Rounds down; division by 0 gives 0. */
export function floorDivideIntegers(a: number, b: number): number {
  return b === 0 ? 0 : Math.floor(a / b) + 0;
}

/** Sign of the divisor; division by 0 gives 0. */
export function moduloIntegers(a: number, b: number): number {
  if (b === 0) return 0;
  const rest = a % b;
  return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
}

export function powerOfIntegers(dtype: Dtype): Binary {
  const wide = dtype === 'int64' || dtype === 'uint64';
  const multiply = multiplyIntegers(dtype);
  const cast = castTo(dtype);
  return (base, exponent) => {
    if (exponent < 0) throw valueError('Integers to negative integer powers are not allowed.');
    if (wide) return exactPower(base, exponent);
    let result = 1;
    let square = base;
    for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = cast(multiply(result, square));
      square = cast(multiply(square, square));
    }
    return result;
  };
}

function exactPower(base: number, exponent: number): number {
  const power = base ** exponent;
  if (Number.isSafeInteger(power)) return power + 0;
  throw new LensError(msg('integers beyond 2^53 are not supported: {0}', `${base} ** ${exponent}`));
}

export function bitwise(operator: '&' | '|' | '^', dtype: Dtype): Binary {
  if (dtype === 'int64' || dtype === 'uint64') {
    return (a, b) => {
      if (a >= 0 && b >= 0 && a <= 0x7fffffff && b <= 0x7fffffff) return bits32(operator, a, b);
      const [x, y] = [BigInt(a), BigInt(b)];
      return Number(operator === '&' ? x & y : operator === '|' ? x | y : x ^ y);
    };
  }
  return (a, b) => bits32(operator, a, b);
}

function bits32(operator: '&' | '|' | '^', a: number, b: number): number {
  return operator === '&' ? a & b : operator === '|' ? a | b : a ^ b;
}
