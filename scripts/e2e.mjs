// @ts-check
// npm run e2e: packs the extension and runs the end-to-end tests on it. Arguments go to vitest (-t, a file name).
import { ensureDependencies } from './lib/dependencies.mjs';
import { endWithMessage } from './lib/log.mjs';
import { run } from './lib/run.mjs';
import { inRoot } from './lib/paths.mjs';
import { makeVsix } from './lib/vsix.mjs';

endWithMessage();
await ensureDependencies();
if (!process.env['LAYER_LENS_VSIX']) process.env['LAYER_LENS_VSIX'] = (await makeVsix()).path;
const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
const { code } = await run(process.execPath, [vitest, 'run', '-c', 'vitest.e2e.config.mjs', ...process.argv.slice(2)]);
process.exitCode = code;
