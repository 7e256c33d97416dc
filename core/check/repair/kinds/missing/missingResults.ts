/** A result that stays zero because the line that writes its cells is missing, or the one that takes it out of the padded array. */
import { isBackward, type CourseFunction } from '../../../CourseFunction';
import { isTwin } from '../../../source/twins';
import type { Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { coreLines } from './coreLines';
import { innermostLine } from './innermostLine';
import { missingLineAfter, missingLineBefore } from './missingLine';
import { unchangedZeros } from './unchangedZeros';
import { unpaddedValues } from './values/unpaddedValues';

export function* missingResults(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation === 'conv_forward') yield* reshaped(scope);
  const results = unchangedZeros(scope);
  if (results.length === 0) return;
  if (isBackward(operation)) yield* unpadded(scope, results);
  const last = innermostLine(scope);
  if (!last) return;
  for (const name of results) {
    const lines = new Set(coreLines(scope, operation, name, last));
    for (const [k, line] of [...lines].slice(0, MOST_LINES).entries())
      yield missingLineAfter(scope, last, line, 1.8 + k / MOST_LINES);
  }
}

/** Lines for one result. */
const MOST_LINES = 120;

/** `dx = dx_pad[:, :, pad:…, pad:…]` before the result is returned. */
function* unpadded(scope: FunctionScope, results: readonly string[]): Iterable<Candidate> {
  const returned = scope.all('ReturnStatement').at(-1);
  if (!returned) return;
  for (const name of results)
    for (const [k, value] of [...unpaddedValues(scope)].entries())
      yield missingLineBefore(scope, returned, `${name} = ${value}`, 1.5 + k / 20);
}

/** `out = out.reshape(N, out_h, out_w, -1)` before the result is returned, of sizes that nothing reads. */
function* reshaped(scope: FunctionScope): Iterable<Candidate> {
  const returned = scope.all('ReturnStatement').at(-1);
  const [, name] = /^return (\w+)$/.exec(returned ? scope.text(returned) : '') ?? [];
  if (!returned || name === undefined) return;
  const read = new Set(scope.all('VariableName').flatMap((node) => (isRead(node) ? scope.text(node) : [])));
  const unread = scope.names.filter(
    (each) => !read.has(each) && !scope.parameters.includes(each) && !scope.isLoopVariable(each),
  );
  for (const rows of unread) {
    for (const cols of unread.filter((each) => isTwin(rows, each))) {
      const examples = [
        ...unread.filter((each) => each !== rows && each !== cols),
        `${scope.parameters.find((each) => each !== 'self')}.shape[0]`,
      ];
      for (const [k, count] of examples.entries()) {
        for (const [j, axes] of ['.transpose(0, 3, 1, 2)', ''].entries()) {
          const line = `${name} = ${name}.reshape(${count}, ${rows}, ${cols}, -1)${axes}`;
          yield missingLineBefore(scope, returned, line, 1.6 + k / 10 + j / 20);
        }
      }
    }
  }
}
