/** Random numbers in place of those of generators that are not reproduced: TensorFlow's, JAX's. */
import { LensError, msg } from '../../../message';
import { RandomState } from '../../../random/RandomState';
import type { TextRange } from '../../ParseResult';

export class OtherNumbers {
  private state: RandomState | undefined;

  /** `warn` is called for each draw: its numbers are others of the same distribution. */
  draw(callee: string, generator: string, range: TextRange, warn: (error: LensError) => void): RandomState {
    const message = msg(
      "{0} draws from {1}'s generator, which is not reproduced: the numbers here are others of the same distribution",
      callee,
      generator,
    );
    warn(new LensError(message, undefined, range));
    this.state ??= new RandomState(0);
    return this.state;
  }
}
