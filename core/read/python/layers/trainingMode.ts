/** Whether PyTorch's modules train or evaluate: `net.eval()`, `net.train()`, `net.training`. */
import { libraryFunction } from '../library/call/Call';
import { pyBool } from '../value/constructors';
import type { LayerObject, Py, PyInstance } from '../value/Py';

/** Modules that evaluate: all others train. */
const EVALUATING = new WeakSet<LayerObject | PyInstance>();

/** `eval`, `train` and `training` of a layer, a sequence or an instance of a module's class; undefined for other names. */
export function modeMember(module: LayerObject | PyInstance, name: string): Py | undefined {
  switch (name) {
    case 'eval':
      return libraryFunction(name, '', () => setTraining(module, false));
    case 'train':
      return libraryFunction(name, 'mode?', (call) => setTraining(module, call.flag('mode', true)));
    case 'training':
      return pyBool(!EVALUATING.has(module));
    default:
      return undefined;
  }
}

/** Sets a module and the modules in it. A plain list of modules is left alone, as in PyTorch. */
function setTraining(module: LayerObject | PyInstance, training: boolean): Py {
  if (module.kind === 'layer') {
    if (module.mode) module.mode.training = training;
    EVALUATING[training ? 'delete' : 'add'](module);
    for (const item of module.items ?? []) if (isModule(item)) setTraining(item, training);
    return module;
  }
  for (const item of module.attributes.values()) if (isModule(item)) setTraining(item, training);
  module.attributes.set('training', pyBool(training));
  return module;
}

function isModule(value: Py): value is LayerObject | PyInstance {
  return value.kind === 'layer' || (value.kind === 'instance' && value.class.framework !== undefined);
}
