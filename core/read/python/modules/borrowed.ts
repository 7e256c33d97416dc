/** Functions of courses and books that a text calls without defining them. */
import { LensError, msg } from '../../../message';
import { libraryFunction } from '../library/call/Call';
import { BORROWED } from '../layers/courses/layerFunctions';
import type { PyFunction } from '../value/Py';
import { isElsewhere, unknownMember } from './unknownMember';

/** Modules of the courses and books whose functions are known. */
const COURSES = /^(?:\.|cs231n|common|d2l|public_tests|test_utils|simple_convnet|deep_convnet)/;

/** Whether a module is one of the courses' and books'. */
export function isOfCourse(path: string): boolean {
  return COURSES.test(path);
}

/** A layer function, class or helper of a course or book that the text does not define. */
export function borrowedFunction(name: string, path = name): PyFunction | undefined {
  const entry = Object.hasOwn(BORROWED, name) ? BORROWED[name] : undefined;
  // A file of other functions with these names: `__import__('0-conv_forward').conv_forward`.
  if (!entry || /^\d/.test(path)) return undefined;
  const [signature, run] = entry;
  const known = libraryFunction(path, signature, (call) => {
    const { calls, borrowed } = call.context;
    borrowed.add(name);
    const first = calls.length;
    const result = run(call);
    if (!isElsewhere(path) || isOfCourse(path)) return result;
    const note = msg('{0} of {1} is taken as the known function of that name', name, path.slice(0, -name.length - 1));
    for (let index = first; index < calls.length; index++)
      calls[index] = { ...calls[index]!, notes: [...(calls[index]!.notes ?? []), note] };
    return result;
  });
  // A file next to the text may be another one than the course's.
  if (!isElsewhere(path) || (isOfCourse(path) && !path.startsWith('.'))) return known;
  return {
    ...known,
    call: (args, context) => {
      try {
        return known.call(args, context);
      } catch (error) {
        // Other arguments than those of the known function: it is another one.
        if (error instanceof LensError) throw unknownMember(path, args.callee);
        throw error;
      }
    },
  };
}
