#!/usr/bin/env node
// @ts-check
// The command line: `npx layer-lens check file.py [--json]`. Ends with 1 where a function differs from its layer, with 2
// where a file cannot be read. The code is interpreted by the extension's own evaluator, never run by Python.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const usage = 'usage: layer-lens check FILE… [--json]';
const [command, ...args] = process.argv.slice(2);
const asJson = args.includes('--json');
const files = args.filter((each) => !each.startsWith('--'));

if (command !== 'check' || files.length === 0) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

const { checkFile } = await loadCore();
let code = 0;
for (const file of files) {
  const source = read(file);
  if (source === undefined) {
    code = 2;
    continue;
  }
  const { checks, text, differs } = checkFile(source);
  console.log(asJson ? JSON.stringify({ file, checks }) : `${file}\n${text}`);
  if (differs) code = Math.max(code, 1);
}
process.exitCode = code;

/** @param {string} file @returns {string | undefined} */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

/**
 * The core is TypeScript, so it is bundled first.
 * @returns {Promise<{ checkFile: (source: string) => { checks: unknown[], text: string, differs: boolean } }>}
 */
async function loadCore() {
  const root = join(import.meta.dirname, '..', '..');
  const outfile = join(root, '.cache', 'cli.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['extension/session/api/checkFile.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
