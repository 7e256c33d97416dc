#!/usr/bin/env node
// @ts-check
// The command line: `npx layer-lens check …` and `npx layer-lens render …`, on the extension's own code.
import { check, checkUsage } from './check.mjs';
import { render, renderUsage } from './render.mjs';

const usage = `usage: ${checkUsage}\n       ${renderUsage}\n`;
const help = ['--help', '-h', 'help'];

const [command = '', ...args] = process.argv.slice(2);
if (help.includes(command)) process.stdout.write(usage);
else if (command === 'check') process.exitCode = help.includes(args[0] ?? '') ? show(checkUsage) : await check(args);
else if (command === 'render') process.exitCode = help.includes(args[0] ?? '') ? show(renderUsage) : await render(args);
else {
  process.stderr.write(`${command === '' ? 'a command is expected' : `unknown command ${command}`}\n${usage}`);
  process.exitCode = 2;
}

/** @param {string} text */
function show(text) {
  process.stdout.write(`usage: ${text}\n`);
  return 0;
}
