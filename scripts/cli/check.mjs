// @ts-check
// `layer-lens check FILE… [--json]`: Python files, notebooks, folders of them, or `-` for standard input. The code is interpreted by the extension's own
// evaluator, never run by Python. The exit code is for graders: see `checkUsage`.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { load } from './bundle.mjs';
import { expandFiles } from './expandFiles.mjs';
import { reasonOf } from './reasonOf.mjs';

export const checkUsage =
  'layer-lens check FILE.py|FILE.ipynb|FOLDER|-… [--json]\n' +
  '         ends with 0: every function agrees with its layer, 1: one differs, 2: something was not checked';

/** @param {string[]} args @returns {Promise<number>} exit code */
export async function check(args) {
  /** @type {{ files: string[], asJson: boolean }} */
  let request;
  try {
    request = read(args);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\nusage: ${checkUsage}\n`);
    return 2;
  }
  const { files, asJson } = request;
  const { checkFile } = await load('extension/session/api/checkFile.ts');
  let code = 0;
  for (const file of expandFiles(files, { exists: existsSync, isFolder, list, path })) {
    try {
      const { checks, text, differs, unchecked } = checkFile(readFileSync(file === '-' ? 0 : file, 'utf8'), file);
      console.log(asJson ? JSON.stringify({ file, checks }, forGraders) : `${file}\n${text}`);
      code = Math.max(code, unchecked ? 2 : differs ? 1 : 0);
    } catch (error) {
      if (asJson) console.log(JSON.stringify({ file, error: messageOf(error) }));
      process.stderr.write(`${file}: ${messageOf(error)}\n`);
      code = 2;
    }
  }
  return code;
}

/** @param {string[]} args */
function read(args) {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  if (files.length === 0) throw new Error('a file is expected');
  return { files, asJson: values.json };
}

/** @param {string} name */
function isFolder(name) {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Texts in parts for translation, and the arrays of a case, which a panel opens. */
const internal = new Set(['detail', 'caseDetail', 'whyDetail', 'layerCase', 'shapeDetail', 'conventionDetail']);

/** JSON has no number for infinity, the difference of arrays of other shapes. @param {string} key @param {unknown} value */
function forGraders(key, value) {
  if (internal.has(key)) return undefined;
  return value === Infinity ? 'Infinity' : value;
}

/** The reason why a file cannot be read. A folder is read as a file only where it has no file to check. @param {unknown} error */
function messageOf(error) {
  const isFolder = /** @type {NodeJS.ErrnoException} */ (error).code === 'EISDIR';
  return isFolder ? 'the folder has no Python file and no notebook' : reasonOf(error);
}
