// @ts-check
// npm start: installs and builds what is missing, and opens the samples with Layer Lens in the VS Code on the PATH or, without
// one or with `npm start -- --web`, in VS Code's server, to be opened in a browser. `--port N` chooses the server's port.
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { firstPlace, firstSample, howTo } from './lib/firstSteps.mjs';
import { endWithMessage, say } from './lib/log.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { run, runQuietly } from './lib/run.mjs';
import { startServer } from './lib/server.mjs';
import { makeVsix } from './lib/vsix.mjs';
import { workbenchAddress } from './lib/workbench.mjs';

const samples = inRoot('samples');
const sample = inRoot('samples', firstSample);

const { values } = parseArgs({ options: { web: { type: 'boolean' }, port: { type: 'string' } } });
endWithMessage();
await ensureDependencies();
if (!values.web && (await hasCode())) await startDesktop();
else await startWeb(Number(values.port ?? 0));

async function startDesktop() {
  say('building');
  await runQuietly(process.execPath, [inRoot('esbuild.mjs')]);
  say('opening samples/ in VS Code with Layer Lens');
  const { code } = await run('code', [
    '--new-window',
    `--extensionDevelopmentPath=${root}`,
    samples,
    '--goto',
    `${sample}:${firstPlace}`,
  ]);
  if (code === 0) say(howTo);
  process.exitCode = code;
}

/** @param {number} port */
async function startWeb(port) {
  say('building and packing');
  const { path } = await makeVsix();
  const { origin } = await startServer({ vsix: path, port });
  say(
    `VS Code with Layer Lens runs until Ctrl-C. Open it in a browser:\n\n${workbenchAddress(origin, samples, sample, firstPlace)}\n`,
  );
  say(howTo);
}

/** Whether the PATH has a desktop VS Code that this extension runs in. A remote terminal's `code` cannot open a development host. */
async function hasCode() {
  if (process.env['VSCODE_IPC_HOOK_CLI']) return false;
  const { code, output } = await run('code', ['--version'], { quiet: true });
  const [major = 0, minor = 0] = (/^(\d+)\.(\d+)\./m.exec(output) ?? []).slice(1).map(Number);
  return code === 0 && (major > 1 || (major === 1 && minor >= 100));
}
