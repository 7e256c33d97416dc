/** Names of number types as NumPy spells them, and whether values are whole numbers. */
import type { NdArray } from '../array/NdArray';

const SAFETENSORS: Readonly<Record<string, string>> = {
  BOOL: 'bool',
  U8: 'uint8',
  I8: 'int8',
  U16: 'uint16',
  I16: 'int16',
  U32: 'uint32',
  I32: 'int32',
  U64: 'uint64',
  I64: 'int64',
  F16: 'float16',
  BF16: 'bfloat16',
  F32: 'float32',
  F64: 'float64',
};

/** `F32`, `torch.float32`, `<f4` and `float32` are one type. A name that is not known stays. */
export function numberType(name: string): string {
  const plain = name.replace(/^(torch|np|numpy|tf|jnp)\./, '');
  if (Object.hasOwn(SAFETENSORS, plain)) return SAFETENSORS[plain]!;
  const code = /^[<>=|]([fiub])([1248])$/.exec(plain);
  if (!code) return plain;
  const [, kind = '', bytes] = code;
  return kind === 'b' ? 'bool' : `${kind === 'f' ? 'float' : kind === 'u' ? 'uint' : 'int'}${8 * Number(bytes)}`;
}

/** Whether the values are shown without decimals: by their type or, without one, as they are written, else if all are whole. */
export function areIntegers({ data }: NdArray, dtype: string | undefined, writtenAsIntegers?: boolean): boolean {
  if (dtype !== undefined) return /^(u?int\d*|bool|long|short|byte|char)/.test(dtype);
  if (writtenAsIntegers === false) return false;
  return data.length > 0 && data.every((value) => Number.isInteger(value));
}
