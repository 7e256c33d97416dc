/** What the methods of modules give that PyTorch writes as generator functions. */
import { pyList } from '../value/constructors';
import type { Py } from '../value/Py';

/** The items one after the other; a list for the modules of other frameworks. */
export function generatorOf(module: Py, items: readonly Py[]): Py {
  const framework =
    module.kind === 'layer' ? module.framework : module.kind === 'instance' ? module.class.framework : undefined;
  if (!framework?.match(/^(?:py)?torch/)) return pyList([...items]);
  const rest = items.values();
  return { kind: 'iterator', type: 'generator', next: () => rest.next().value };
}
