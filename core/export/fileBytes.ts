/** Files that arrays are saved as, by the extension of the file's name. */
import { strToU8 } from 'fflate';
import { LensError, msg } from '../message';
import { nonEmpty } from '../tuples';
import type { ExportedArray } from './ExportFormat';
import { exportFormats } from './exportFormats';
import { writeNpy } from './files/writeNpy';
import { writeNpz } from './files/writeNpz';

const textExtensions: Readonly<Record<string, string>> = {
  csv: 'csv',
  json: 'json',
  py: 'numpy',
  js: 'javascript',
  ts: 'javascript',
  c: 'c',
  h: 'c',
  m: 'matlab',
  jl: 'julia',
  r: 'r',
  tex: 'latex',
  md: 'markdown',
};

/** Whether a file of this name holds all arrays of a layer. */
export function holdsAll(fileName: string): boolean {
  return extensionOf(fileName) === 'npz';
}

/** The bytes of a file with these arrays; one array unless `holdsAll`. Throws a LensError. */
export function fileBytes(fileName: string, arrays: readonly ExportedArray[]): Uint8Array {
  const extension = extensionOf(fileName);
  if (extension === 'npz') return writeNpz(arrays);
  const [array] = nonEmpty(arrays);
  if (extension === 'npy') return writeNpy(array);
  const format = exportFormats.find(({ id }) => id === textExtensions[extension]);
  if (!format) {
    const known = ['npy', 'npz', ...Object.keys(textExtensions)].map((each) => `.${each}`).join(', ');
    throw new LensError(msg('{0} has no extension of an array file; supported: {1}', fileName, known));
  }
  const imports = extension === 'py' ? 'import numpy as np\n\n' : '';
  return strToU8(`${imports}${format.write(array).trimEnd()}\n`);
}

function extensionOf(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
