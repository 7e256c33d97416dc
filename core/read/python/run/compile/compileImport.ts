/** Compiles imports: known modules are namespaces of the library; members of unknown ones are refused when they are used. */
import { canonicalPath, courseFunction, memberOf } from '../../library/namespaces';
import type { Statement } from '../../syntax/ast';
import type { Py } from '../../value';
import { builtin } from '../builtins/builtin';
import { moduleMember } from '../builtins/modules';
import { NEXT, type Exec } from '../Frame';
import { compileStoreName } from './compileName';
import type { Unit } from './Unit';

/** `from builtins import range`, as programs for Python 2 and 3 write it. */
function builtinMember(path: string): Py | undefined {
  const name = /^(?:builtins|six\.moves|future\.builtins)\.(\w+)$/.exec(path)?.[1];
  return name === undefined ? undefined : builtin(name);
}

export function compileImport({ bindings, star, range }: Extract<Statement, { type: 'import' }>, unit: Unit): Exec {
  const { machine } = unit;
  const stores = bindings.map(({ name, path }) => ({ store: compileStoreName(name, unit), path: canonicalPath(path) }));
  return (frame) => {
    for (const { store, path } of stores) {
      const short = path.split('.').pop()!;
      const member =
        builtinMember(path) ?? moduleMember(path) ?? memberOf(path, machine.context) ?? courseFunction(short);
      store(frame, member ?? { kind: 'namespace', path }, range);
    }
    if (star !== undefined) machine.globals.importAll(canonicalPath(star), machine.context);
    return NEXT;
  };
}
