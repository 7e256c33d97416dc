/** Programs whose variables have the names of Python's functions and of the translation's. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';

const PROGRAMS = [
  [
    'r',
    'list <- matrix(1:16, nrow = 4)\nfloat <- matrix(c(1, 0, 0, -1), nrow = 2)\nout <- matrix(0, nrow = 3, ncol = 3)\nfor (i in c(1, 2, 3)) {\n  for (j in c(1, 2, 3)) {\n    out[i, j] <- sum(list[i:(i + 1), j:(j + 1)] * float)\n  }\n}\n',
  ],
  [
    'javascript',
    'const list = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];\nconst float = [[1, 0], [0, -1]];\nconst isinstance = list.map((row) => [...row]);\nconst _deep = [];\nfor (let i = 0; i < 2; i++) {\n  _deep.push([]);\n  for (let j = 0; j < 2; j++) {\n    let s = 0;\n    for (let m = 0; m < 2; m++) for (let n = 0; n < 2; n++) s += isinstance[i + m][j + n] * float[m][n];\n    _deep[i].push(s);\n  }\n}\n',
  ],
  [
    'matlab',
    'list = [1 2 3 4; 5 6 7 8; 9 10 11 12; 13 14 15 16];\nsorted = [1 0; 0 -1];\nout = zeros(3, 3);\nfor float = 1:length(out)\n  for j = 1:3\n    out(float, j) = sum(sum(list(float:float+1, j:j+1) .* sorted));\n  end\nend\n',
  ],
] as const;

it.each(PROGRAMS)('%s: list, float, sorted and the names of helpers are variables', (languageId, text) => {
  const { calls } = parseArrays(text, { languageId });
  expect(calls.map(({ operation, options }) => [operation, options])).toMatchObject([
    ['conv_forward', { stride: 1, padding: 0 }],
  ]);
});
