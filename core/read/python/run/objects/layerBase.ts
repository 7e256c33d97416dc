/** `class Masked(nn.Conv2d)`: a layer of PyTorch as a base class, with its parameters and options as attributes. */
import { LensError, msg } from '../../../../message';
import { layerMember } from '../../layers/layerMembers';
import { toArray } from '../../library/call/coerce';
import type { Context } from '../../runtime/Context';
import type { Arguments, LayerObject, Py, PyClass, PyFunction, PyInstance } from '../../value/Py';
import { NONE } from '../../value/constructors';
import { makeClass } from './classes';

const OPTIONS = 'in_channels out_channels kernel_size stride padding dilation groups padding_mode'.split(' ');

/** The class of a layer that `make` makes; undefined where it is not a layer of PyTorch with weights. */
export function layerBase(make: PyFunction): PyClass | undefined {
  if (!/^torch\.nn\.Conv\w*$/.test(make.name)) return undefined;
  const layers = new WeakMap<PyInstance, LayerObject>();
  const members = new Map<string, Py>([
    [
      '__init__',
      method('__init__', (self, args, context) => {
        const layer = make.call(args, context);
        if (layer.kind !== 'layer') return NONE;
        layers.set(self, layer);
        const { attributes } = self;
        attributes.set('weight', { ...layer, parameter: 'weight' });
        attributes.set('bias', layer.hasBias ? { ...layer, parameter: 'bias' } : NONE);
        for (const name of OPTIONS) {
          const value = layerMember(layer, name, context);
          if (value) attributes.set(name, value);
        }
        return NONE;
      }),
    ],
    [
      'forward',
      method('forward', (self, args, context) => {
        const layer = layers.get(self);
        if (!layer) throw new LensError(msg('{0} is called before __init__', args.callee), undefined, args.range);
        const [weight, bias] = ['weight', 'bias'].map((name) => {
          const value = self.attributes.get(name);
          return value && value.kind !== 'none' ? toArray(value, context) : undefined;
        });
        return layer.apply(args, context, { ...(weight && { weight }), ...(bias && { bias }) });
      }),
    ],
  ]);
  return makeClass(make.name.slice(make.name.lastIndexOf('.') + 1), [], members, { framework: 'torch.nn.Module' });
}

function method(name: string, run: (self: PyInstance, args: Arguments, context: Context) => Py): PyFunction {
  return {
    kind: 'function',
    name,
    // Bound to instances as the functions of the text are.
    user: { parameters: [], required: [], doc: undefined, attributes: new Map() },
    call: (args, context) => {
      const [self, ...positional] = args.positional;
      if (self?.value.kind !== 'instance') throw new LensError(msg('{0} is not supported', args.callee));
      return run(self.value, { ...args, positional }, context);
    },
  };
}
