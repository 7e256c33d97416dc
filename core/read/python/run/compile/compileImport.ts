/** Compiles imports: known modules are namespaces of the library; members of unknown ones are refused when they are used. */
import { borrowedFunction } from '../../modules/borrowed';
import { canonicalPath, memberOf } from '../../modules/namespaces';
import { takenAs } from '../../modules/takenAs';
import type { Statement } from '../../syntax/tree/ast';
import { moduleMember } from '../libraries/modules';
import { NEXT, type Exec } from '../machine/CallFrame';
import { compileStoreName } from './target/compileName';
import type { Unit } from './target/Unit';

export function compileImport({ bindings, star, range }: Extract<Statement, { type: 'import' }>, unit: Unit): Exec {
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
      store(frame, member ?? { kind: 'namespace', path }, range);
    }
    if (star !== undefined) machine.globals.importAll(canonicalPath(star), machine.context);
    return NEXT;
  };
}
