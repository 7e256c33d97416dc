/** Context managers that switch the recording for gradients on or off: PyTorch's `no_grad`, TensorFlow's tape. */
import type { Statement } from '../../../syntax/tree/ast';
import type { Machine } from '../../machine/Machine';

const OFF = /(?:^|\.)(?:no_grad|inference_mode)$/;
const SWITCH = /(?:^|\.)set_grad_enabled$/;
const ON = /(?:^|\.)(?:enable_grad|GradientTape)$/;

/** Runs the body of a `with` statement while the operations of its block are recorded, or not. */
export function withRecording<Result>(
  { items }: Extract<Statement, { type: 'with' }>,
  { tape, text }: Machine,
  run: () => Result,
): Result {
  const callees = items.flatMap(({ value }) => (value.type === 'call' ? [text.slice(...value.callee.range)] : []));
  const on = callees.some((callee) => ON.test(callee));
  if (!on && !callees.some((callee) => OFF.test(callee) || SWITCH.test(callee))) return run();
  // The call of a switch sets it.
  const before = callees.some((callee) => SWITCH.test(callee)) ? tape.isRecording : tape.setRecording(on);
  try {
    return run();
  } finally {
    tape.setRecording(before);
  }
}
