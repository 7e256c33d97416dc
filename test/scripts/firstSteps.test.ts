/** What `npm start` opens and prints agrees with the README and the sample. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firstPlace, firstSample, howTo } from '../../scripts/lib/firstSteps.mjs';

const sample = readFileSync(`samples/${firstSample}`, 'utf8');
const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');

test('the file and the line that open are those of the README', () => {
  const [line = 0] = firstPlace.split(':').map(Number);
  const [name = ''] = sample.split('\n')[line - 1]!.split(' =');
  expect(readme).toContain(`opens \`samples/${firstSample}\` with the cursor on the line of \`${name}\``);
});

test('the command, the step and the values that are printed are those of the README and of the sample', () => {
  const [, command, step, before, after] =
    /choose "(.+?)", .* until step (\d+), where ([\d.]+) grows to ([\d.]+)\.$/.exec(howTo) ?? [];
  expect(readme).toContain(`choose _${command}_`);
  expect(readme).toMatch(new RegExp(`until step ${step}: \\S+ \\S+ \\S+ \\S+ grows from ${before} to ${after}\\.`));
  expect(sample).toContain(`choose "${command}"`);
  expect(sample).toMatch(new RegExp(`until step ${step}: .* grows from ${before} to ${after}\\.`));
});

test.each(['scripts/start.mjs'])('%s prints it on both ways, to a desktop and to a browser', (file) => {
  expect(readFileSync(file, 'utf8').match(/say\(howTo\)/g)).toHaveLength(2);
});
