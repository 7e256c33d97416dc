/** Files that were chosen together, and text used with them, as one source. */
import { LensError, msg } from '../../../core/message';
import type { ParsedArray } from '../../../core/read/ParseResult';
import type { ArraySource, FileOrigin } from '../source/LensSource';
import { readProblem, readSource } from '../source/readSource';
import { fileArrayName } from './fileKind';
import type { FileTools } from './FileTools';
import { readFile } from './readFile';

/** Throws a LensError that names the problem and the file. */
export async function readFiles(files: FileOrigin, tools: FileTools): Promise<ArraySource> {
  const { name, uris, beside } = files;
  const alone = uris.length === 1 && !beside;
  const read: { readonly file: string; readonly arrays: readonly ParsedArray[] }[] = [];
  for (const uri of uris) {
    const file = tools.name(uri);
    read.push({ file, arrays: await (alone ? readFile(uri, tools) : readNamed(uri, file, tools)) });
  }
  if (beside) {
    await tools.readText(beside);
    const parsed = readSource(beside);
    const problem = readProblem(parsed);
    if (problem) throw new LensError(msg('{0}: {1}', beside.name, tools.translate(problem.detail)));
    read.push({ file: beside.name, arrays: parsed.arrays.map(withoutPlace) });
  }
  return { kind: 'arrays', name, files, arrays: distinct(read) };
}

async function readNamed(uri: string, file: string, tools: FileTools): Promise<readonly ParsedArray[]> {
  try {
    return await readFile(uri, tools);
  } catch (error) {
    if (!(error instanceof LensError)) throw error;
    const reason = tools.translate(error.detail);
    throw reason.includes(file) ? error : new LensError(msg('{0}: {1}', file, reason));
  }
}

/** Removes ranges of a text that the panel does not show. */
function withoutPlace({ name, array, dtype, notation }: ParsedArray): ParsedArray {
  return {
    array,
    range: [0, 0],
    ...(name !== undefined && { name }),
    ...(dtype !== undefined && { dtype }),
    ...(notation && { notation }),
  };
}

/** Arrays of the same name in several files are distinguished by the file. */
function distinct(read: readonly { readonly file: string; readonly arrays: readonly ParsedArray[] }[]): ParsedArray[] {
  const names = read.flatMap(({ arrays }) => arrays.map(({ name }) => name));
  const isShared = (name: string | undefined) => name !== undefined && names.indexOf(name) !== names.lastIndexOf(name);
  return read.flatMap(({ file, arrays }) =>
    arrays.map((each) => (isShared(each.name) ? { ...each, name: `${fileArrayName(file)}.${each.name}` } : each)),
  );
}
