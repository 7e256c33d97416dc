/** One file as arrays. */
import { LensError, msg } from '../../../core/message';
import { imageArray } from '../../../core/read/files/imageArray';
import { readImageHeader } from '../../../core/read/files/imageHeader';
import type { ParsedArray } from '../../../core/read/ParseResult';
import { FILE_KINDS, fileArrayName, fileKind, type FileKind } from './fileKind';
import type { FileTools } from './FileTools';
import { requireNumbers, requireFileSize } from './limits';

const arrayEndings = Object.entries(FILE_KINDS).flatMap(([ending, kind]) => (kind === 'image' ? [] : [`.${ending}`]));

/** Throws a LensError that names what is wrong with the file. */
export async function readFile(uri: string, tools: FileTools): Promise<readonly ParsedArray[]> {
  const file = tools.name(uri);
  const kind = fileKind(file);
  if (!kind) {
    throw new LensError(msg('unsupported file {0}; supported: {1}, and images', file, arrayEndings.join(', ')));
  }
  const bytes = await readBounded(uri, kind, tools);
  const arrays = await decoded(kind, bytes, file, tools);
  if (arrays.length === 0) throw new LensError(msg('{0} holds no array', file));
  return arrays;
}

async function readBounded(uri: string, kind: FileKind, tools: FileTools): Promise<Uint8Array> {
  const file = tools.name(uri);
  try {
    requireFileSize(file, kind, await tools.size(uri), tools.maxElements);
    return await tools.read(uri);
  } catch (error) {
    if (error instanceof LensError) throw error;
    throw new LensError(msg('{0} cannot be read: {1}', file, error instanceof Error ? error.message : String(error)));
  }
}

async function decoded(
  kind: FileKind,
  bytes: Uint8Array,
  file: string,
  tools: FileTools,
): Promise<readonly ParsedArray[]> {
  const { decode, decodeImage, maxElements } = tools;
  if (kind !== 'image') return decode({ kind, file, bytes, maxElements });
  const header = readImageHeader(bytes);
  requireNumbers(file, [[header.height, header.width, 3]], maxElements);
  const array = imageArray(await decodeImage(bytes, header));
  requireNumbers(file, [array.shape], maxElements);
  return [{ name: fileArrayName(file), array, dtype: 'uint8', range: [0, 0] }];
}
