/** One mask for the cells of the input, `mask[window] = (x[window] == peak)`, where windows overlap: each needs a mask of its own. */
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import type { CourseFunction } from '../../../CourseFunction';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

const AXES = ['axis=(2, 3), keepdims=True', 'axis=(1, 2), keepdims=True', 'axis=(0, 1), keepdims=True', ''];

export function* sharedMasks(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation !== 'pool_backward') return;
  const inputs = [...scope.names, ...scope.attributes].filter((name) => roleOf(name.replace('self.', '')) === 'input');
  for (const window of scope.all('MemberExpression')) {
    const mask = window.firstChild ? scope.text(window.firstChild) : undefined;
    const slice = mask === undefined ? '' : scope.text(window).slice(mask.length);
    if (mask === undefined || !/mask|max|arg/i.test(mask) || !/^\[.*:.*\]$/.test(slice)) continue;
    for (const input of inputs) {
      const cells = `${input}${slice}`;
      const first = `(np.arange(${cells}.size).reshape(${cells}.shape) == ${cells}.argmax())`;
      for (const own of [...AXES.map((axes) => `(${cells} == ${cells}.max(${axes}))`), first]) {
        yield {
          id: 'shared-mask',
          detail: msg(
            '{0} has one value for each cell of the input: windows that overlap overwrite it, and each needs its own',
            mask,
          ),
          edits: [editOf(window, own)],
          cost: 1.9,
        };
      }
    }
  }
}
