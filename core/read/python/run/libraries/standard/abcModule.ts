/** `abc`: abstract methods. */
import { markAbstract } from '../../objects/abstractMethods';
import type { Builtins } from '../../builtins/table';

export const ABC: Builtins = {
  abstractmethod: ['funcobj', (call) => markAbstract(call.value('funcobj'))],
  abstractclassmethod: ['callable', (call) => ({ kind: 'classmethod', get: markAbstract(call.value('callable')) })],
  abstractstaticmethod: ['callable', (call) => ({ kind: 'staticmethod', get: markAbstract(call.value('callable')) })],
  abstractproperty: ['fget', (call) => ({ kind: 'property', get: markAbstract(call.value('fget')) })],
};
