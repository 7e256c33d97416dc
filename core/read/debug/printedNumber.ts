/** One number as a debugger shows it among the elements and members of a value. */

const NUMBER = /^[-+]?(?:0x[\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|inf(?:inity)?|nan)$/i;
/** gdb: `65 'A'`. */
const WITH_CHARACTER = /^(-?\d+) '.*'$/s;
/** lldb: `'A'`, `'\xc8'`, `'\n'`. */
const CHARACTER = /^'(?:\\x([\da-f]{2})|\\([0abtnvfre])|([ -~]))'$/;
const ESCAPES: Readonly<Record<string, number>> = { '0': 0, a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, e: 27 };
/** An address: no number of a program is printed with so many hexadecimal digits, unless it was asked for. */
const ADDRESS = /(?<!nan\(|[\w.])0x[\da-f]{8,}/i;
const ADDRESSES = new RegExp(ADDRESS, 'gi');

/** Characters before an address in which its member's name is looked for. */
const longestName = 100;

/** As a number of a C literal; undefined for what is not one number. */
export function numberOfPart(text: string, type: string | undefined): string | undefined {
  const value = text.trim();
  if (NUMBER.test(value) || value === 'true' || value === 'false') return value;
  const beforeCharacter = WITH_CHARACTER.exec(value)?.[1];
  if (beforeCharacter !== undefined) return beforeCharacter;
  if (/^-?nan\(/.test(value)) return 'nan';
  const [whole, hex, escape, plain] = CHARACTER.exec(value) ?? [];
  if (whole === undefined) return undefined;
  const code = hex !== undefined ? parseInt(hex, 16) : escape !== undefined ? ESCAPES[escape]! : plain!.charCodeAt(0);
  if (code < 128 || /^(?:unsigned|uint|u8)/.test(type ?? '')) return String(code);
  // Whether `char` has a sign depends on the machine.
  return /^(?:signed|int8|i8)/.test(type ?? '') ? String(code - 256) : undefined;
}

/** Whether a value is an address. */
export function isPointer(text: string, type: string | undefined): boolean {
  if (type !== undefined) return /\*(?:\s*const)?\s*$|\(\*/.test(type);
  return ADDRESS.exec(text)?.index === 0;
}

/** The place of an address in a printed value: its member's name, or '' for the value itself or an element. */
export function pointerIn(text: string): string | undefined {
  const match = ADDRESS.exec(text);
  if (match === null) return undefined;
  const before = text.slice(Math.max(0, match.index - longestName), match.index);
  return /([\p{L}_][\p{L}\p{N}_]*) = [({\s]*$/u.exec(before)?.[1] ?? '';
}

/** A printed value whose addresses are no longer numbers. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESSES, 'pointer');
}
