/** What debugpy answers to the expressions of pythonExpressions. */
import { decodeBase64 } from '../../decodeBase64';
import type { ParsedArray } from '../ParseResult';
import type { StoredType } from '../files/decodeNumbers';

export type PythonValue =
  | {
      readonly kind: 'array';
      readonly shape: readonly number[];
      /** How its bytes are asked for and decoded; undefined: not numbers. */
      readonly type: StoredType | 'f8 cast' | undefined;
      readonly dtype: string;
      readonly notation?: NonNullable<ParsedArray['notation']>;
      /** All numbers as base64, where there are few. */
      readonly bytes?: string;
    }
  /** Extents along the first element of each level. */
  | { readonly kind: 'list'; readonly shape: readonly number[]; readonly bytes?: string }
  | { readonly kind: 'number'; readonly bytes: string }
  | { readonly kind: 'other'; readonly typeName: string };

/** A string's repr without its quotes; undefined for anything else and for a cut repr. */
export function pythonString(reply: string): string | undefined {
  return /^(['"])(.*)\1$/s.exec(reply.trim())?.[2];
}

/** undefined unless the reply has the form that `probeExpression` gives. */
export function readProbe(reply: string): PythonValue | undefined {
  const [kind, ...parts] = pythonString(reply)?.split(' ') ?? [];
  switch (kind) {
    case 'array': {
      const [code = '', dtype = '', module = '', extents = '', bytes] = parts;
      const shape = readShape(extents);
      const notation = notationOf(module);
      const described = { kind, dtype, type: elementType(code, dtype), ...(notation && { notation }) } as const;
      return shape && { ...described, shape, ...(bytes !== undefined && { bytes }) };
    }
    case 'list': {
      const [extents = '', bytes] = parts;
      const shape = readShape(extents);
      return shape && { kind, shape, ...(bytes !== undefined && { bytes }) };
    }
    case 'number':
      return { kind, bytes: parts[0] ?? '' };
    case 'other':
      return { kind, typeName: parts.join(' ') };
    default:
      return undefined;
  }
}

/** undefined where the text is not the base64 of exactly `length` bytes: a debugger may cut long strings. */
export function bytesOf(text: string | undefined, length: number): Uint8Array | undefined {
  if (text?.length !== 4 * Math.ceil(length / 3) || !/^[A-Za-z0-9+/]*=*$/.test(text)) return undefined;
  return decodeBase64(text);
}

/** The last line of a traceback, without the name of a standard exception's module. */
export function pythonProblem(message: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').at(-1) ?? message;
}

function readShape(text: string): number[] | undefined {
  if (text === '') return [];
  const extents = text.split(',').map(Number);
  return extents.every((extent) => Number.isSafeInteger(extent) && extent >= 0) ? extents : undefined;
}

/** NumPy's `dtype.str`: byte order, kind, bytes. Long doubles and objects are asked for as float64. */
function elementType(code: string, name: string): StoredType | 'f8 cast' | undefined {
  if (name === 'bfloat16') return 'bf2';
  const [, kind = '', size = ''] = /^[<>|=]?([a-zA-Z])(\d*)/.exec(code) ?? [];
  const type = kind + size;
  if (/^(?:f[248]|[iu][1248]|b1)$/.test(type)) return type as StoredType;
  return kind === 'f' || kind === 'O' ? 'f8 cast' : undefined;
}

function notationOf(module: string): ParsedArray['notation'] {
  if (module === 'torch') return 'pytorch';
  if (module === 'tensorflow') return 'tensorflow';
  return module === 'numpy' ? 'numpy' : undefined;
}
