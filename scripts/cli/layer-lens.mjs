#!/usr/bin/env node
// @ts-check
// The command line: `npx layer-lens check …` and `npx layer-lens render …`, on the extension's own code.
import { check, checkUsage } from './check.mjs';
import { render, renderUsage } from './render.mjs';

const [command, ...args] = process.argv.slice(2);
if (command === 'check') process.exitCode = await check(args);
else if (command === 'render') process.exitCode = await render(args);
else {
  process.stderr.write(`usage: ${checkUsage}\n       ${renderUsage}\n`);
  process.exitCode = 2;
}
