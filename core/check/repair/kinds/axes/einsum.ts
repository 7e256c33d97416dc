/** Wrong letters in the subscripts of `np.einsum`: two exchanged in one operand, or an output in another order. */
import { msg } from '../../../../message';
import { listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* einsumSubscripts(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const list = call.getChild('ArgList');
    if (!list || !/(?:^|\.)einsum$/.test(scope.text(call.firstChild ?? call))) continue;
    const [string] = listItems(list, '(', ')')[0] ?? [];
    if (string?.name !== 'String') continue;
    const quoted = scope.text(string);
    const present = quoted.slice(1, -1);
    for (const other of new Set(exchanged(present))) {
      yield {
        id: 'einsum-subscripts',
        detail: msg('The subscripts must be {0}, not {1}', other, present),
        edits: [editOf(string, `${quoted[0]!}${other}${quoted[0]!}`)],
        cost: 2.2,
      };
    }
  }
}

/** The subscripts with two letters of one operand exchanged, or one letter replaced by another. */
function* exchanged(subscripts: string): Iterable<string> {
  const parts = [...subscripts.matchAll(/[A-Za-z]+/g)];
  const letters = [...new Set(subscripts.replace(/[^A-Za-z]/g, ''))];
  for (const { 0: part, index } of parts) {
    const put = (text: string): string => subscripts.slice(0, index) + text + subscripts.slice(index + part.length);
    for (let a = 0; a < part.length; a++) {
      for (let b = a + 1; b < part.length; b++) {
        const swapped = [...part];
        [swapped[a], swapped[b]] = [part[b]!, part[a]!];
        yield put(swapped.join(''));
      }
    }
    if (subscripts.slice(0, index).endsWith('>')) {
      for (let a = 0; a <= part.length; a++) {
        for (const letter of letters) if (!part.includes(letter)) yield put(part.slice(0, a) + letter + part.slice(a));
        yield put(part.slice(0, a) + part.slice(a + 1));
      }
    }
    for (let a = 0; a < part.length; a++) {
      for (const letter of letters) {
        if (!part.includes(letter)) yield put(part.slice(0, a) + letter + part.slice(a + 1));
      }
    }
  }
}
