/** `Own.apply(x)` of `class Own(torch.autograd.Function)`: its own forward pass, whose gradients are those of its own `backward`. */
import { LensError, msg } from '../../../../message';
import { isSequence } from '../../library/call/coerce';
import { NONE, pyTuple } from '../../value/constructors';
import type { Arguments, Py, PyClass, PyFunction, PyInstance } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { findMember, makeClass, makeInstance } from './classes';

/** Undefined for other classes. */
export function applyOfAutograd(type: PyClass, machine: Machine): PyFunction | undefined {
  if (!/^torch\.autograd\.(?:function\.)?Function$/.test(type.framework ?? '')) return undefined;
  return { kind: 'function', name: `${type.name}.apply`, call: (args) => apply(type, args, machine) };
}

function apply(type: PyClass, { callee, range, positional }: Arguments, machine: Machine): Py {
  const values = positional.map(({ value }) => value);
  const inputs = values.filter((value) => value.kind === 'array');
  const context = contextFor(values, machine);
  const call = (method: string, given: readonly Py[]): Py =>
    unrecorded(machine, () => machine.call(machine.attribute(type, method), given));
  const isApart = findMember(type, 'setup_context') !== undefined;
  const computed = call('forward', isApart ? values : [context, ...values]);
  if (isApart) call('setup_context', [context, pyTuple(values), computed]);
  if (computed.kind !== 'array') {
    machine.tape.leaves(inputs, callee);
    return computed;
  }
  const result = { ...computed };
  machine.tape.record(result, {
    name: callee,
    inputs,
    gradients: (gradient) => {
      const given = call('backward', [context, gradient]);
      const gradients = isSequence(given) ? given.items : [given];
      if (gradients.length !== values.length)
        throw new LensError(msg('the gradient of {0} is not supported', callee), undefined, range);
      return gradients.flatMap((own, index) =>
        values[index]!.kind === 'array' ? [own.kind === 'array' ? own : undefined] : [],
      );
    },
  });
  return result;
}

/** `ctx`: what the passes share. */
function contextFor(values: readonly Py[], { tape }: Machine): PyInstance {
  const context = makeInstance(makeClass('FunctionCtx', [], new Map([['save_for_backward', saving()]])));
  const needed = values.map((value): Py => {
    const isNeeded = value.kind === 'array' && tape.isTracked(value);
    return { kind: 'number', value: isNeeded ? 1 : 0, dtype: 'bool' };
  });
  context.attributes.set('needs_input_grad', pyTuple(needed));
  return context;
}

/** `ctx.save_for_backward(x, w)`, whose arrays are `ctx.saved_tensors`. */
function saving(): PyFunction {
  return {
    kind: 'function',
    name: 'save_for_backward',
    user: { parameters: [], required: [], doc: undefined, attributes: new Map() },
    call: ({ positional: [self, ...saved] }) => {
      if (self?.value.kind === 'instance')
        self.value.attributes.set('saved_tensors', pyTuple(saved.map(({ value }) => value)));
      return NONE;
    },
  };
}

/** The function's own operations are not those whose gradients are asked for. */
function unrecorded(machine: Machine, run: () => Py): Py {
  const before = machine.tape.setRecording(false);
  try {
    return run();
  } finally {
    machine.tape.setRecording(before);
  }
}
