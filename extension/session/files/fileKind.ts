/** Which reader a file is for: its name decides. */
import { ownEntry } from '../../../core/ownEntry';

export type FileKind = 'npy' | 'npz' | 'safetensors' | 'table' | 'image';

/** By the file's ending. */
export const FILE_KINDS: Readonly<Record<string, FileKind>> = {
  npy: 'npy',
  npz: 'npz',
  safetensors: 'safetensors',
  csv: 'table',
  tsv: 'table',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  gif: 'image',
  webp: 'image',
  bmp: 'image',
};

/** undefined for a file of another kind. */
export function fileKind(name: string): FileKind | undefined {
  return ownEntry(FILE_KINDS, extensionOf(name).toLowerCase());
}

export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1) : '';
}

/** The name that an array without one gets, valid in code: `my filter.npy` is `my_filter`. */
export function fileArrayName(fileName: string): string {
  const extension = extensionOf(fileName);
  const stem = extension === '' ? fileName : fileName.slice(0, -extension.length - 1);
  const name = stem.replace(/[^\p{L}\p{N}_.]+/gu, '_').replace(/^_+|[_.]+$/g, '');
  return /^\p{N}/u.test(name) || name === '' ? `array_${name}`.replace(/_$/, '') : name;
}
