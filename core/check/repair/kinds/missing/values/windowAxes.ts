/** The axes of rows and columns of a window whose examples or channels are taken whole. */
import { childNodes } from '../../../../source/PythonTree';
import type { FunctionScope } from '../../../scope/FunctionScope';

/** `2, 3` for `x[:, :, top:bottom, left:right]`, also under a name of its own; undefined for the window of one plane. */
export function windowAxes(scope: FunctionScope, window: string): string | undefined {
  const text = window.endsWith(']') ? window : (valueOf(scope, window) ?? '');
  const items = text.slice(text.indexOf('[') + 1, -1).split(', ');
  // An index takes its axis away.
  const axes = items.filter((item) => item.includes(':'));
  const sides = axes.flatMap((item, axis) => (isSide(item) ? [axis] : []));
  const isWhole = axes.includes(':') || items.length < 3;
  return text.endsWith(']') && sides.length === 2 && isWhole ? sides.join(', ') : undefined;
}

/** A slice with bounds. */
export function isSide(item: string): boolean {
  return item.length > 1 && item.includes(':');
}

function valueOf(scope: FunctionScope, name: string): string | undefined {
  const values = scope.all('AssignStatement').flatMap((statement) => {
    const [target, , value] = childNodes(statement);
    return target && value && scope.text(target) === name ? [scope.text(value)] : [];
  });
  return values.find((value) => value.endsWith(']'));
}
