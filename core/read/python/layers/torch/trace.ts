/** `torch.jit.trace`: runs a module with its example input, and returns it. */
import { type FunctionTable } from '../../library/call/Call';
import { isSequence } from '../../library/call/coerce';
import { programOf } from '../../value/Program';

export const TRACE: FunctionTable = {
  trace: [
    'func example_inputs *rest strict? check_trace?',
    (call) => {
      const given = call.value('example_inputs');
      programOf(call.context).call(call.value('func'), isSequence(given) ? [...given.items] : [given]);
      return call.value('func');
    },
  ],
};
