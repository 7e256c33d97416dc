/** Functions of courses and books that a text calls without defining them. */
import { msg } from '../../../message';
import { libraryFunction } from '../library/call/Call';
import { BORROWED } from '../layers/layerFunctions';
import type { PyFunction } from '../value/Py';
import { isElsewhere } from './unknownMember';

/** Modules of the courses and books whose functions are known. */
const COURSES = /^(?:\.|cs231n|common|d2l|public_tests|test_utils|simple_convnet|deep_convnet)/;

/** A layer function, class or helper of a course or book that the text does not define. */
export function borrowedFunction(name: string, path = name): PyFunction | undefined {
  const entry = Object.hasOwn(BORROWED, name) ? BORROWED[name] : undefined;
  if (!entry) return undefined;
  const [signature, run] = entry;
  return libraryFunction(path, signature, (call) => {
    const { calls, borrowed } = call.context;
    borrowed.add(name);
    const first = calls.length;
    const result = run(call);
    if (!isElsewhere(path) || COURSES.test(path)) return result;
    const note = msg('{0} of {1} is taken as the known function of that name', name, path.slice(0, -name.length - 1));
    for (let index = first; index < calls.length; index++)
      calls[index] = { ...calls[index]!, notes: [...(calls[index]!.notes ?? []), note] };
    return result;
  });
}
