/** Texts near those that users select: fixtures whose parts are exchanged, repeated, nested and cut. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Random } from './Random';

/** Texts from the fixtures, by the language in which they are read. */
export interface SeedText {
  readonly text: string;
  readonly languageId: string | undefined;
}

const languages = ['python', 'json', 'javascript', 'cpp', 'rust', 'go', 'matlab', 'julia', 'r', 'csv', 'markdown'];

/** `fixtures`: the path of test/fixtures. */
export function seedTexts(fixtures: string): SeedText[] {
  const read = <T>(path: string): T => JSON.parse(readFileSync(`${fixtures}/${path}`, 'utf8')) as T;
  const literals = read<{ text: string }[]>('numpy/literals/literals.json').map(({ text }) => text);
  const course = read<{ cases: { code: string }[] }>('course/cases.json').cases.map(({ code }) => code);
  const table = read<{ setup: string; rows: { code: string }[] }>('python/expressions.json');
  const layers = read<{ setup: string; rows: { code: string }[] }>('python/layers.json');
  const checked = `${fixtures}/../programs/functions/wrong`;
  const programs = [
    ...readdirSync(checked).map((file) => readFileSync(`${checked}/${file}`, 'utf8')),
    ...course,
    ...table.rows.map(({ code }) => `${table.setup}x = ${code}\n`),
    ...layers.rows.map(({ code }) => `${layers.setup}${code}\n`),
  ];
  return [
    ...literals.map((text, index) => ({ text, languageId: [undefined, ...languages][index % (languages.length + 1)] })),
    ...programs.map((text) => ({ text, languageId: 'python' })),
  ];
}

const pieces = [
  ...'( ) [ ] { } , ; : = < > + - * / % @ . … ... \' " ` # // /* */ | \\ \n \t 0 1 -2.5 1e309 nan inf 1+2j'.split(' '),
  ...['array([', 'np.array([[1]], shape=(', 'tensor([', 'tf.Tensor(', '<tf.Tensor: numpy=', 'dtype=', 'matrix(c('],
  ...['A = ', 'vec![', '[]float64{', '(0 ,.,.) =\n', 'A(:,:,1) =\n', '2×2 Matrix{Float64}:\n', '"""', '```python\n'],
  ...['def f(x):\n    ', 'for i in range(9):\n    ', 'while True:\n    ', 'lambda x: ', ' for x in ', ' if ', ' else '],
  ...['a = [a, a]\n', 'x = x @ x\n', 'x = np.tile(x, 9)\n', 's = s + s\n', 'import __proto__ as F\n', 'constructor'],
  ...['np.zeros((9999, 9999))', '** 99999', '<< 99999', '"a" * 10**9', '.__class__', '\ud800', '\u00a0', '\r\n'],
];

/** Characters of most inputs: a fault needs few, and a short input is read in less time. */
const short = 300;

/** One to six changes of a text, or of some lines of it. One text in `wholeIn` is whole and may become long. */
export function mutatedText(random: Random, seeds: readonly SeedText[], wholeIn = 16): SeedText {
  const seed = random.pick(seeds);
  const long = random.below(wholeIn) === 0;
  let text = long ? seed.text : someLines(seed.text, random);
  for (let k = random.times(6); k > 0; k--) text = changed(text, random, seeds, long);
  const languageId = random.below(8) === 0 ? random.pick(seeds).languageId : seed.languageId;
  return { text: text.slice(0, long ? 60_000 : 2 * short), languageId };
}

/** The lines around a place, as many as are short. */
function someLines(text: string, random: Random): string {
  if (text.length <= short) return text;
  const start = text.lastIndexOf('\n', random.below(text.length)) + 1;
  const end = text.lastIndexOf('\n', start + random.times(short));
  return end > start ? text.slice(start, end + 1) : text.slice(start, start + random.times(short));
}

function changed(text: string, random: Random, seeds: readonly SeedText[], long: boolean): string {
  const from = random.below(text.length + 1);
  const to = Math.min(text.length, from + random.below(40));
  switch (random.below(7)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return text.slice(0, from) + random.pick(pieces) + text.slice(from);
    case 2:
      return text.slice(0, from) + random.pick(pieces) + text.slice(to);
    case 3:
      return text.slice(0, from) + text.slice(from, to).repeat(random.times(long ? 300 : 6)) + text.slice(to);
    case 4:
      return text.slice(0, from) + random.pick(pieces).repeat(random.times(long ? 400 : 9)) + text.slice(from);
    case 5:
      return text.slice(0, from) + someLines(random.pick(seeds).text, random) + text.slice(from);
    default:
      return text.slice(0, from) + text.slice(random.below(text.length + 1));
  }
}
