// @ts-check
// npm run e2e: packs the extension and runs the end-to-end tests of `npm test` on it, in VS Code 1.100. With an argument all specs and
// cases run: `--newest`, in the newest VS Code that npm has; `--large`, also files of up to 500 MB; others go to vitest (-t, a file).
import { ensureCodeServer } from './lib/codeServer.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { endWithMessage, say } from './lib/log.mjs';
import { run } from './lib/run.mjs';
import { inRoot } from './lib/paths.mjs';
import { makeVsix } from './lib/vsix.mjs';

endWithMessage();
await ensureDependencies();
const args = process.argv.slice(2);
const rest = args.filter((argument) => argument !== '--newest' && argument !== '--large');
if (args.includes('--newest')) process.env['LAYER_LENS_VSCODE'] = 'newest';
if (args.includes('--large')) process.env['LAYER_LENS_LARGE'] = 'yes';
if (args.length > 0) process.env['CHECK_CORPUS'] ??= 'all';
const { version } = await ensureCodeServer();
say(`code-server ${version}`);
if (!process.env['LAYER_LENS_VSIX']) process.env['LAYER_LENS_VSIX'] = (await makeVsix()).path;
const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
const { code } = await run(process.execPath, [vitest, 'run', '-c', 'vitest.e2e.config.mjs', ...rest]);
process.exitCode = code;
