/** The elements of `std::vector` by the name of its type, as gdb writes it. */
import type { StoredType } from '../files/decodeNumbers';

const VECTOR = /^(?:const )?std::(?:__\w+::)?vector</;

/** C++'s types of numbers whose sizes are the same on the machines that gdb knows. */
const STORED: Readonly<Record<string, StoredType>> = {
  double: 'f8',
  float: 'f4',
  'long long': 'i8',
  'unsigned long long': 'u8',
  int: 'i4',
  'unsigned int': 'u4',
  short: 'i2',
  'unsigned short': 'u2',
  'signed char': 'i1',
  'unsigned char': 'u1',
};

/** Those whose sizes depend on the machine, where an address has 8 bytes. */
const STORED_64: Readonly<Record<string, StoredType>> = { long: 'i8', 'unsigned long': 'u8' };

/** `float` of `std::vector<float, std::allocator<float> >`; undefined for another type. */
export function elementOfVector(type: string): string | undefined {
  const start = VECTOR.exec(type)?.[0].length;
  if (start === undefined) return undefined;
  let depth = 0;
  for (let at = start; at < type.length; at++) {
    const c = type[at]!;
    if (depth === 0 && (c === ',' || c === '>')) return type.slice(start, at).trim();
    if (c === '<') depth++;
    else if (c === '>') depth--;
  }
  return undefined;
}

/** How a number of C++ is stored; undefined for what is not one, or has a size that is not known. */
export function storedAs(type: string, hasLongAddresses: boolean): StoredType | undefined {
  if (Object.hasOwn(STORED, type)) return STORED[type];
  return hasLongAddresses && Object.hasOwn(STORED_64, type) ? STORED_64[type] : undefined;
}
