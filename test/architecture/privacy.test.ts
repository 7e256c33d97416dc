/** SECURITY.md and the README promise that nothing is sent: no program of the package, with its libraries, can reach a network. */
import { readFileSync } from 'node:fs';
import { build, type BuildOptions } from 'esbuild';
import { expect, test } from 'vitest';
import { extensionBundle } from '../../scripts/lib/extensionBundle.mjs';

const page = (entry: string): BuildOptions => ({
  entryPoints: [entry],
  bundle: true,
  format: 'iife',
  target: 'es2022',
});

const programs: Readonly<Record<string, BuildOptions>> = {
  'the extension and its worker': extensionBundle,
  'the panel': page('webview/main.ts'),
  'the gallery': page('webview/gallery/main.ts'),
  'exported pages': page('webview/player/main.ts'),
};

const network =
  /\bfetch\(|XMLHttpRequest|WebSocket|WebTransport|sendBeacon|EventSource|RTCPeerConnection|TelemetryLogger|(?:import|require)\(["'](?:node:)?(?:https?|http2|net|tls|dgram)["']\)/g;

test.each(Object.keys(programs))('%s: no network, no telemetry', async (name) => {
  const { outputFiles } = await build({
    ...programs[name],
    outdir: 'unused',
    write: false,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'error',
  });
  const code = outputFiles.find(({ path }) => path.endsWith('.js'))!.text;
  expect(code.length).toBeGreaterThan(10_000);
  expect(code.match(network) ?? []).toEqual([]);
});

test.each([
  ['SECURITY.md', 'It has no telemetry, no accounts and no network code', 'Reporting a vulnerability'],
  ['README.md', 'Nothing is sent anywhere: no network, no telemetry', 'SECURITY.md'],
])('%s: the promise', (file, ...words) => {
  const text = readFileSync(file, 'utf8');
  for (const each of words) expect(text).toContain(each);
});
