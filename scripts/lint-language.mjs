// @ts-check
// npm run lint:language: finds figures of speech in comments, messages, test titles and Markdown. CONTRIBUTING.md names
// the style; each entry below says what to write instead. `-- --all` includes the exempt folders, `-- --count` counts.
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { complain, endWithMessage } from './lib/log.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { passages } from './lib/passages.mjs';

/** @type {readonly (readonly [pattern: RegExp, instead: string])[]} */
const words = [
  [/\bst(and(s|ing)?|ood)\b/i, 'is, lies at, is stored in'],
  [/\b(position|digits|bytes|character|bracket|entry|arguments?) behind\b|^\W*Behind\b/i, 'after'],
  [/(?<!subject )\b(says?|said|speaks?|hears?)\b/i, 'reports, names, sends, receives'],
  [/\banew\b/i, 'again'],
  [/\bbeside\b/i, 'next to'],
  [/\b(felt|heals?)\b/i, 'noticeable; repairs'],
  [/\bnobody\b/i, 'no caller, no code, nothing'],
  [/\b(is|are) none\b/i, 'does not exist, does not match'],
  [/\b(it|that|which|what) is no (?!longer|more)\w/i, 'is not a'],
  [/\b(nothing|little|something) worth\b|\bworth (nothing|\w+ing)\b/i, 'invalid, useful'],
  [/\bwish(es|ed)?\b/i, 'request, choice'],
  [/\brooms?\b/i, 'module, space'],
  [/\bway of the (data|files?|variables?)\b/i, 'data flow'],
  [/\b(gone|looked) through\b|\bgone to\b/i, 'iterated over, searched, selected'],
  [/\b(known|read) here\b/i, 'supported'],
  [/\bwhat there is\b/i, 'name the thing'],
  [
    /\b(pixels?|bytes?|number|pair|index array|file|row|loop|folder|entries|integers|one|paragraph|segment|times|character) an? (cell|pixel|filter|axis|language|framework|operation|channel|side|element|number|row|input|output|window|function|source|second|turn|stop)\b/i,
    'per',
  ],
  [/(?<!\bthere )\b(is|are|was|were) no (?!longer\b|more\b)\w/i, 'is not a'],
  [
    /\b(in vain|of our own|on (its|their) way|own affair|astray|come between)\b/i,
    'without success, generated, requested',
  ],
  [/\bparted by\b|\bpart (columns|rows|values)\b/i, 'separate'],
  [/\bwinners?\b/i, 'maximum'],
  [
    /\bwins a\b|\b(the )?(upper bound|last mention|later one|NaN|first matching pattern) wins\b|\bwalks? the\b/i,
    'takes precedence, counts, is shown; selects',
  ],
];

/** Paths whose text is not checked: reference texts, and the word list itself. */
const skipped =
  /^(node_modules|dist|\.cache|samples\/.*\.(py|txt|js|json)|test\/fixtures|test\/bench\/RESULTS\.md|scripts\/lint-language\.mjs|CHANGELOG\.md|core\/layer\/wasm\/assembly)/;

/** Folders that are still to be rewritten. @type {readonly string[]} */
const exempt = [];

endWithMessage();
const all = process.argv.includes('--all');
const files = execFileSync('git', ['ls-files', '*.ts', '*.mjs', '*.css', '*.md', 'package.nls.json'], { cwd: root })
  .toString()
  .split('\n')
  .filter((file) => file !== '' && !skipped.test(file) && !/\.generated\./.test(file))
  .filter((file) => all || !exempt.some((folder) => file.startsWith(folder)));
const findings = files.flatMap(check);

if (process.argv.includes('--count')) countByFolder();
else for (const { file, line, word, instead } of findings) complain(`${file}:${line}: "${word}"; write: ${instead}`);
if (findings.length > 0 && !process.argv.includes('--count')) {
  complain(`${findings.length} figures of speech`);
  process.exitCode = 1;
}

/** @param {string} file */
function check(file) {
  const text = readFileSync(inRoot(file), 'utf8');
  return passages(file, text).flatMap(({ text: passage, line }) =>
    passage.split('\n').flatMap((part, index) =>
      words.flatMap(([pattern, instead]) => {
        const found = pattern.exec(part.replace(/`[^`]*`/g, '`'));
        return found ? [{ file, line: line + index, word: found[0], instead }] : [];
      }),
    ),
  );
}

function countByFolder() {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { file } of findings) {
    const folder = file.split('/').slice(0, 3).join('/');
    counts[folder] = (counts[folder] ?? 0) + 1;
  }
  for (const [folder, count] of Object.entries(counts).sort(([, a], [, b]) => b - a)) console.log(`${count} ${folder}`);
}
