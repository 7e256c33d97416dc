/** The bytes of one file as arrays: plain work that a worker does for large files. */
import { sizeOf } from '../../../core/array/NdArray';
import { bufferOf } from '../../../core/array/bufferOf';
import { LensError, msg } from '../../../core/message';
import { readNpyHeader } from '../../../core/read/files/npyHeader';
import { readNpy } from '../../../core/read/files/readNpy';
import { listNpz, readNpz } from '../../../core/read/files/readNpz';
import { listSafetensors, readTensor } from '../../../core/read/files/readSafetensors';
import { parseArrays } from '../../../core/read/parseArrays';
import type { ParsedArray } from '../../../core/read/ParseResult';
import { freeBuffer } from '../memory/freeBuffer';
import { fileArrayName, extensionOf, type FileKind } from './fileKind';
import { maxBytes, requireNumbers } from './limits';

export interface FileContent {
  /** Images are decoded by a panel. */
  readonly kind: Exclude<FileKind, 'image'>;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Numbers that the file may hold. */
  readonly maxElements: number;
}

/** Throws a LensError that names what is wrong with the file. `overwrite`: the bytes are of no further use. */
export function decodeFile(content: FileContent, { overwrite = false } = {}): ParsedArray[] {
  return DECODERS[content.kind](content, overwrite);
}

/** Bytes of a table, and numbers of the other kinds, that are decoded in a few milliseconds. */
const fewBytes = 50_000;
const fewNumbers = 100_000;

/** Whether the file is decoded so fast that no worker is needed; a packed file states what it unpacks to. Throws as `decodeFile`. */
export function decodesFast({ kind, bytes }: FileContent): boolean {
  switch (kind) {
    case 'npy':
      return sizeOf(readNpyHeader(bytes).shape) <= fewNumbers;
    case 'npz':
      return bytes.length <= fewBytes && total(listNpz(bytes).map(({ shape }) => shape)) <= fewNumbers;
    case 'safetensors':
      return bytes.length <= 8 * fewNumbers;
    case 'table':
      return bytes.length <= fewBytes;
  }
}

const total = (shapes: readonly (readonly number[] | undefined)[]): number =>
  shapes.reduce((sum, shape) => sum + (shape ? sizeOf(shape) : 0), 0);

const nowhere = { range: [0, 0] } as const;

type Decoder = (content: FileContent, overwrite: boolean) => ParsedArray[];

const DECODERS: Readonly<Record<FileContent['kind'], Decoder>> = {
  npy: ({ bytes, file, maxElements }, overwrite) => {
    const { shape, dtype } = readNpyHeader(bytes);
    requireNumbers(file, [shape], maxElements);
    return [{ name: fileArrayName(file), array: readNpy(bytes, { overwrite }), dtype, ...nowhere }];
  },
  npz: ({ bytes, file, maxElements }) => {
    const members = listNpz(bytes);
    requireNumbers(
      file,
      members.flatMap(({ shape }) => (shape ? [shape] : [])),
      maxElements,
    );
    const arrays = Object.entries(readNpz(bytes, { maxBytes: maxBytes('npz', maxElements) }));
    return arrays.map(([name, array]): ParsedArray => {
      const dtype = members.find((member) => member.name === name)?.dtype;
      return { name, array, ...(dtype !== undefined && { dtype }), ...nowhere };
    });
  },
  safetensors: ({ bytes, file, maxElements }) => {
    const tensors = listSafetensors(bytes);
    requireNumbers(
      file,
      tensors.map(({ shape }) => shape),
      maxElements,
    );
    return tensors.map((entry): ParsedArray => {
      const { name } = entry;
      const dtype = numpyName(entry.dtype);
      // PyTorch's tensors are what such files hold: filters are OIHW.
      return { name, array: readTensor(bytes, entry), dtype, notation: 'pytorch', ...nowhere };
    });
  },
  table: ({ bytes, file, maxElements }, overwrite) => {
    const text = decodeText(bytes);
    if (overwrite) freeBuffer(bufferOf(bytes));
    const { arrays, errors } = parseArrays(text, { languageId: extensionOf(file).toLowerCase(), placed: false });
    const [error] = errors;
    if (error) {
      const line = text.slice(0, error.range[0]).split('\n').length;
      throw new LensError(msg('line {0}: {1}', line, error.detail));
    }
    requireNumbers(
      file,
      arrays.map(({ array: { shape } }) => shape),
      maxElements,
    );
    return arrays.map(({ name, array, dtype }, index) => ({
      name: name ?? (arrays.length > 1 ? `${fileArrayName(file)}_${index + 1}` : fileArrayName(file)),
      array,
      ...(dtype !== undefined && { dtype }),
      ...nowhere,
    }));
  },
};

/** NumPy's name of a type: `F32` is `float32`, `BF16` `bfloat16`. */
function numpyName(dtype: string): string {
  const [, kind = '', bits = ''] = /^(BF|F|I|U)(\d+)$/.exec(dtype) ?? [];
  const names: Readonly<Record<string, string>> = { BF: 'bfloat', F: 'float', I: 'int', U: 'uint' };
  return kind === '' ? dtype.toLowerCase() : `${names[kind]!}${bits}`;
}

/**
 * UTF-8 unless it begins as UTF-16: with a byte order mark, as Excel writes it, or with a character of two bytes, one of which is 0.
 * Lines that carriage returns alone end (Excel's CSV for the Macintosh) end with new lines.
 */
function decodeText(bytes: Uint8Array): string {
  const [first = 1, second = 1] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || second === 0;
  const isBig = (first === 0xfe && second === 0xff) || first === 0;
  const text = new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}
