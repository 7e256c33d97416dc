/** A layer that a framework's class makes and that is called later: `nn.Conv2d(…)`, `Conv2D(…)`. */
import type { IndexPart } from '../array/indexing';
import type { PyArray } from '../array/PyArray';
import type { Call } from '../library/Call';
import type { Py } from '../value';

export interface LayerObject {
  readonly kind: 'layer';
  /** As written where it was made: `nn.Conv2d`. */
  readonly callee: string;
  readonly framework: 'numpy' | 'pytorch' | 'tensorflow';
  /** In the framework's own layout; absent while the text does not give them. */
  readonly weights: { weight?: PyArray; bias?: PyArray };
  readonly hasBias: boolean;
  /** Called with the layer's input. */
  readonly apply: (call: Call, weights: LayerObject['weights']) => Py;
  /** Attributes and methods that only this kind of layer has. */
  readonly member?: (name: string) => Py | undefined;
  /** What an index gives. */
  readonly item?: (parts: readonly IndexPart[]) => Py;
  /** The layers of a sequence of layers. */
  readonly items?: readonly Py[];
  /** The parameter that a member access reached: `conv.weight`, `conv.bias.data`. */
  readonly parameter?: 'weight' | 'bias';
}
