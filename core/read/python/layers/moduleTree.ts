/** The modules inside of a module of PyTorch: `children()`, `modules()`, their named forms, and `apply`. */
import { libraryFunction } from '../library/call/Call';
import { pyText, pyTuple } from '../value/constructors';
import { generatorOf } from './generatorOf';
import { programOf } from '../value/Program';
import type { LayerObject, Py, PyFunction, PyInstance } from '../value/Py';

type Module = LayerObject | PyInstance;
type Named = readonly [path: string, module: Module];

/** Undefined for other names. */
export function treeMethod(module: Module, name: string): PyFunction | undefined {
  switch (name) {
    case 'children':
      return libraryFunction(name, '', () =>
        generatorOf(
          module,
          once(children(module)).map(([, child]) => child),
        ),
      );
    case 'named_children':
      return libraryFunction(name, '', () => pairs(module, once(children(module))));
    case 'modules':
      return libraryFunction(name, '', () =>
        generatorOf(
          module,
          once(tree('', module)).map(([, each]) => each),
        ),
      );
    case 'named_modules':
      return libraryFunction(name, 'memo? prefix?', (call) =>
        pairs(module, once(tree(call.text('prefix', ''), module))),
      );
    case 'apply':
      return libraryFunction(name, 'fn', (call) => {
        // Children first.
        for (const [, each] of inside('', module)) programOf(call.context).call(call.value('fn'), [each]);
        programOf(call.context).call(call.value('fn'), [module]);
        return module;
      });
    default:
      return undefined;
  }
}

/** A module under several names has its first one. */
function once(modules: readonly Named[]): readonly Named[] {
  const known = new Set<Module>();
  return modules.filter(([, module]) => !known.has(module) && known.add(module));
}

function pairs(of: Module, modules: readonly Named[]): Py {
  return generatorOf(
    of,
    modules.map(([path, module]) => pyTuple([pyText(path), module])),
  );
}

function tree(path: string, module: Module): Named[] {
  return [[path, module], ...children(module).flatMap(([name, child]) => tree(joined(path, name), child))];
}

/** The modules inside, each below its own. */
function inside(path: string, module: Module): Named[] {
  return children(module).flatMap(([name, child]) => {
    const place = joined(path, name);
    return [...inside(place, child), [place, child] as const];
  });
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** Those directly inside, by their names. */
export function children(module: Module): Named[] {
  const items =
    module.kind === 'layer'
      ? (module.items ?? []).map((item, at) => [module.itemNames?.[at] ?? String(at), item] as const)
      : [...module.attributes];
  return items.flatMap(([name, item]): Named[] => (isModule(item) ? [[name, item]] : []));
}

export function isModule(value: Py): value is Module {
  return (
    (value.kind === 'layer' && value.framework === 'pytorch' && !value.parameter && !value.member?.('param_groups')) ||
    (value.kind === 'instance' && value.class.framework !== undefined)
  );
}
