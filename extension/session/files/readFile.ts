/** One file as arrays. */
import { LensError, msg } from '../../../core/message';
import { imageArray } from '../../../core/read/files/imageArray';
import { readImageHeader } from '../../../core/read/files/imageHeader';
import { readNpyHeader } from '../../../core/read/files/npyHeader';
import { readNpy } from '../../../core/read/files/readNpy';
import { listNpz, readNpz } from '../../../core/read/files/readNpz';
import { listSafetensors, readTensor } from '../../../core/read/files/readSafetensors';
import { parseArrays } from '../../../core/read/parseArrays';
import type { ParsedArray } from '../../../core/read/ParseResult';
import { arrayName, extensionOf, fileKind, type FileKind } from './fileKind';
import type { FileTools } from './FileTools';
import { maxBytes, requireNumbers, requireSize } from './limits';

/** Throws a LensError that names what is wrong with the file. */
export async function readFile(uri: string, tools: FileTools): Promise<ParsedArray[]> {
  const file = tools.name(uri);
  const kind = fileKind(file);
  if (!kind) {
    throw new LensError(msg('unsupported file {0}; supported: .npy, .npz, .safetensors, .csv, .tsv, and images', file));
  }
  const bytes = await readBounded(uri, kind, tools);
  const arrays = await READERS[kind](bytes, file, tools);
  if (arrays.length === 0) throw new LensError(msg('{0} holds no array', file));
  return arrays;
}

async function readBounded(uri: string, kind: FileKind, tools: FileTools): Promise<Uint8Array> {
  const file = tools.name(uri);
  try {
    requireSize(file, kind, await tools.size(uri), tools.maxElements);
    return await tools.read(uri);
  } catch (error) {
    if (error instanceof LensError) throw error;
    throw new LensError(msg('{0} cannot be read: {1}', file, error instanceof Error ? error.message : String(error)));
  }
}

type Reader = (bytes: Uint8Array, file: string, tools: FileTools) => ParsedArray[] | Promise<ParsedArray[]>;

const nowhere = { range: [0, 0] } as const;

const READERS: Readonly<Record<FileKind, Reader>> = {
  npy: (bytes, file, { maxElements }) => {
    const { shape, dtype } = readNpyHeader(bytes);
    requireNumbers(file, [shape], maxElements);
    return [{ name: arrayName(file), array: readNpy(bytes), dtype, ...nowhere }];
  },
  npz: (bytes, file, { maxElements }) => {
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
  safetensors: (bytes, file, { maxElements }) => {
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
  table: readTable,
  image: async (bytes, file, { decodeImage, maxElements }) => {
    const header = readImageHeader(bytes);
    requireNumbers(file, [[header.height, header.width, 3]], maxElements);
    const array = imageArray(await decodeImage(bytes, header));
    requireNumbers(file, [array.shape], maxElements);
    return [{ name: arrayName(file), array, dtype: 'uint8', ...nowhere }];
  },
};

/** NumPy's name of a type: `F32` is `float32`, `BF16` `bfloat16`. */
function numpyName(dtype: string): string {
  const [, kind = '', bits = ''] = /^(BF|F|I|U)(\d+)$/.exec(dtype) ?? [];
  const names: Readonly<Record<string, string>> = { BF: 'bfloat', F: 'float', I: 'int', U: 'uint' };
  return kind === '' ? dtype.toLowerCase() : `${names[kind]!}${bits}`;
}

function readTable(bytes: Uint8Array, file: string, { maxElements, translate }: FileTools): ParsedArray[] {
  const text = decodeText(bytes);
  const { arrays, errors } = parseArrays(text, { languageId: extensionOf(file).toLowerCase() });
  const [error] = errors;
  if (error) {
    const line = text.slice(0, error.range[0]).split('\n').length;
    throw new LensError(msg('line {0}: {1}', line, translate(error.detail)));
  }
  requireNumbers(
    file,
    arrays.map(({ array: { shape } }) => shape),
    maxElements,
  );
  return arrays.map(({ name, array, dtype }, index) => ({
    name: name ?? (arrays.length > 1 ? `${arrayName(file)}_${index + 1}` : arrayName(file)),
    array,
    ...(dtype !== undefined && { dtype }),
    ...nowhere,
  }));
}

/** UTF-8 unless a byte order mark announces UTF-16, as Excel writes it. */
function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
