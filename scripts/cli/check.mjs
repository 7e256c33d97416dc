// @ts-check
// `layer-lens check FILE… [--json]`. Ends with 1 where a function differs from its layer, with 2 where a file cannot be read.
// The code is interpreted by the extension's own evaluator, never run by Python.
import { readFileSync } from 'node:fs';
import { load } from './bundle.mjs';

export const checkUsage = 'layer-lens check FILE… [--json]';

/** @param {string[]} args @returns {Promise<number>} exit code */
export async function check(args) {
  const asJson = args.includes('--json');
  const files = args.filter((each) => !each.startsWith('--'));
  if (files.length === 0) {
    process.stderr.write(`usage: ${checkUsage}\n`);
    return 2;
  }
  const { checkFile } = await load('extension/session/api/checkFile.ts');
  let code = 0;
  for (const file of files) {
    const source = read(file);
    if (source === undefined) {
      code = 2;
      continue;
    }
    const { checks, text, differs } = checkFile(source);
    console.log(asJson ? JSON.stringify({ file, checks }, forGraders) : `${file}\n${text}`);
    if (differs) code = Math.max(code, 1);
  }
  return code;
}

/** Texts in parts for translation, and the arrays of a case, which a panel opens. */
const internal = new Set(['detail', 'caseDetail', 'whyDetail', 'layerCase']);

/** JSON has no number for infinity, the difference of arrays of other shapes. @param {string} key @param {unknown} value */
function forGraders(key, value) {
  if (internal.has(key)) return undefined;
  return value === Infinity ? 'Infinity' : value;
}

/** @param {string} file @returns {string | undefined} */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}
