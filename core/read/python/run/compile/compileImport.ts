/** Compiles imports: known modules are namespaces of the library; members of unknown ones are refused when they are used. */
import { borrowedFunction } from '../../modules/borrowed';
import { canonicalPath, memberOf } from '../../modules/namespaces';
import { isElsewhere } from '../../modules/unknownMember';
import { takenAs } from '../../modules/takenAs';
import { PythonError } from '../../runtime/PythonError';
import type { Statement } from '../../syntax/tree/ast';
import { moduleMember } from '../libraries/modules';
import { NEXT, type Exec } from '../machine/CallFrame';
import { compileStoreName } from './target/compileName';
import type { Unit } from './target/Unit';

export function compileImport(
  { bindings, star, optional, range }: Extract<Statement, { type: 'import' }>,
  unit: Unit,
): Exec {
  const { machine } = unit;
  const stores = bindings.map(({ name, path }) => ({ store: compileStoreName(name, unit), path: canonicalPath(path) }));
  return (frame) => {
    for (const { store, path } of stores) {
      const short = path.split('.').pop()!;
      const { context, lenient } = machine;
      const member =
        moduleMember(path) ??
        memberOf(path, context) ??
        borrowedFunction(short) ??
        (lenient ? takenAs(path, context) : undefined);
      // Whether the user has it is not known: what handles its absence runs everywhere.
      if (!member && optional === true && !lenient && isElsewhere(`${path}.`)) throw missingModule(path);
      store(frame, member ?? { kind: 'namespace', path }, range);
    }
    if (star !== undefined) machine.globals.importAll(canonicalPath(star), machine.context);
    return NEXT;
  };
}

function missingModule(path: string): PythonError {
  return new PythonError('ModuleNotFoundError', `No module named '${path.split('.')[0]!}'`);
}
