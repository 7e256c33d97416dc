/** Refuses a built-in function that the interpreter lacks. */
import { LensError, msg } from '../../../../message';

export function refuse(name: string): never {
  throw new LensError(msg('{0} is not supported', name));
}
