// @ts-check
// Makes the generated files of the numeric core: the float32 copies of the TypeScript kernels and the WebAssembly module.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { format } from 'oxfmt';
import { unroll } from './lib/unroll.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Path → text of every generated file. */
export async function generate() {
  return { ...(await float32Kernels()), ...(await wasmKernels()) };
}

async function float32Kernels() {
  /** @type {Record<string, string>} */
  const files = {};
  const style = JSON.parse(await readFile(`${root}.oxfmtrc.json`, 'utf8'));
  for (const name of ['convolve', 'filterGradient', 'pool', 'rows']) {
    const source = await readFile(`${root}core/layer/typescript/${name}64.ts`, 'utf8');
    const text = source
      .replace(/^\/\*\*[^]*?\*\/\n/, `// Made by scripts/build-kernels.mjs from ${name}64.ts. Do not edit.\n`)
      .replaceAll('Float64Array', 'Float32Array');
    const path = `core/layer/typescript/${name}32.generated.ts`;
    files[path] = (await format(path, text, style)).code;
  }
  return files;
}

async function wasmKernels() {
  /** @type {string | Uint8Array} */
  let binary = '';
  const stderr = asc.createMemoryStream();
  const { error } = await asc.main(
    [
      'core/layer/wasm/assembly/index.ts',
      ...['--baseDir', root, '--outFile', 'kernels.wasm', '--runtime', 'stub', '--use', 'abort='],
      ...['-O3', '--noAssert', '--enable', 'simd', '--enable', 'bulk-memory', '--importMemory', '--noExportMemory'],
      // Addresses are 32 bits wide here, so that i32 and usize may mix.
      ...['--disableWarning', '201'],
    ],
    {
      stderr,
      async readFile(name) {
        if (!name.startsWith('core/')) return null;
        return unroll(await readFile(root + name, 'utf8'), name);
      },
      writeFile(name, contents) {
        if (name === 'kernels.wasm') binary = contents;
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const base64 = Buffer.from(binary).toString('base64');
  const text = `// Made by scripts/build-kernels.mjs from assembly/. Do not edit.\nexport const kernelsBase64 =\n  '${base64}';\n`;
  return { 'core/layer/wasm/kernels.generated.ts': text };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await generate())) await writeFile(root + path, text);
}
