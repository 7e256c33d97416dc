// @ts-check
// npm run package: makes dist/layer-lens-<version>.vsix, which contains only what the extension needs.
import { relative } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { endWithMessage } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import { makeVsix } from './lib/vsix.mjs';

endWithMessage();
await ensureDependencies();
const { path, size, output } = await makeVsix();
console.log(output.trim());
console.log(`${relative(root, path)}: ${(size / 1000).toFixed(0)} kB`);
