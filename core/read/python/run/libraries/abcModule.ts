/** `abc`: abstract methods. */
import { markAbstract } from '../objects/abstractMethods';
import type { Builtins } from '../builtins/table';

export const ABC: Builtins = {
  abstractmethod: ['funcobj', (call) => markAbstract(call.value('funcobj'))],
  abstractproperty: ['fget', (call) => ({ kind: 'property', get: markAbstract(call.value('fget')) })],
};
