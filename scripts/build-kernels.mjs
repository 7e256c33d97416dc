// @ts-check
// Makes the generated files of the numeric core: the float32 copies of the TypeScript kernels and the WebAssembly module.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import prettier from 'prettier';
import { unroll } from './lib/unroll.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Path → text of every generated file. */
export async function generate() {
  return { ...(await float32Kernels()), ...(await wasmKernels()) };
}

async function float32Kernels() {
  /** @type {Record<string, string>} */
  const files = {};
  for (const name of ['convolve', 'filterGradient', 'pool', 'rows']) {
    const source = await readFile(`${root}core/layer/typescript/${name}64.ts`, 'utf8');
    const text = source
      .replace(/^\/\*\*[^]*?\*\/\n/, `// Made by scripts/build-kernels.mjs from ${name}64.ts. Do not edit.\n`)
      .replaceAll('Float64Array', 'Float32Array');
    files[`core/layer/typescript/${name}32.generated.ts`] = await format(text);
  }
  return files;
}

async function wasmKernels() {
  /** @type {string | Uint8Array} */
  let binary = '';
  const { error, stderr } = await asc.main(
    [
      'core/layer/wasm/assembly/index.ts',
      ...['--baseDir', root, '--outFile', 'kernels.wasm', '--runtime', 'stub', '--use', 'abort='],
      ...['-O3', '--noAssert', '--enable', 'simd', '--enable', 'bulk-memory', '--importMemory', '--noExportMemory'],
      // Addresses are 32 bits wide here, so that i32 and usize may mix.
      ...['--disableWarning', '201'],
    ],
    {
      async readFile(name) {
        if (!name.startsWith('core/')) return null;
        return unroll(await readFile(root + name, 'utf8'), name);
      },
      writeFile(name, contents) {
        if (name === 'kernels.wasm') binary = contents;
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  const base64 = Buffer.from(binary).toString('base64');
  const text = `// Made by scripts/build-kernels.mjs from assembly/. Do not edit.\nexport const kernelsBase64 =\n  '${base64}';\n`;
  return { 'core/layer/wasm/kernels.generated.ts': text };
}

/** @param {string} text */
async function format(text) {
  const options = await prettier.resolveConfig(`${root}package.json`);
  return prettier.format(text, { ...options, parser: 'typescript' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await generate())) await writeFile(root + path, text);
}
