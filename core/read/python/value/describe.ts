/** Names a value in a message. */
import type { Py } from './Py';

/** `ndarray(2, 3)`, `"same"`, `None`; at most 40 characters of a string. */
export function describe(value: Py): string {
  switch (value.kind) {
    case 'array':
      return `ndarray(${value.shape.join(', ')})`;
    case 'number':
      return String(value.value);
    case 'text':
      return JSON.stringify(value.value.slice(0, 40));
    case 'none':
      return 'None';
    case 'ellipsis':
      return '...';
    case 'dtype':
      return value.dtype;
    case 'function':
      return value.name;
    case 'namespace':
      return value.path;
    case 'class':
      return value.name;
    case 'instance':
      return value.class.name;
    case 'iterator':
      return value.type;
    default:
      return value.kind;
  }
}
