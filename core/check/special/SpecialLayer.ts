/** Layers and helpers that are not among the course's: patches to columns, transposed convolution, image filters, global pooling. */
import type { Role } from '../adapt/roles/roles';
import type { LayerCase, NamedArray } from '../cases/LayerCase';
import type { CourseFunction } from '../CourseFunction';
import type { ProgramValue } from '../run/ProgramValue';
import type { SourceParameter } from '../source/Definition';

export interface SpecialLayer {
  readonly id:
    | 'im2col'
    | 'col2im'
    | 'conv_transpose'
    | 'conv_transpose_gradient'
    | 'pool_positions'
    | 'pad_layer'
    | 'pad_layer_gradient'
    | 'separable_conv'
    | 'conv3d'
    | 'global_pool'
    | 'global_pool_gradient'
    | 'adaptive_pool'
    | 'image_filter'
    | 'relu'
    | 'relu_gradient'
    | 'prelu'
    | 'prelu_gradient'
    | 'composed_gradient';
  /** Computes the gradient of the input from the incoming one, and from what the forward function keeps. */
  readonly isGradient?: true;
  /** Of the function or the class. */
  readonly pattern: RegExp;
  /** The course's function whose mistakes are most alike. */
  readonly operation: CourseFunction;
  /** Roles that a parameter can have, the likeliest first. */
  readonly roles: readonly Role[];
  /** Names that mean another role here than elsewhere. */
  readonly named?: (parameter: string) => Role | undefined;
  /** Source of the argument for a role; undefined where the layer has no such argument. */
  readonly argument: (role: Role) => string | undefined;
  /** Under each convention that the layer may follow, the likeliest first. */
  readonly variants: (request: VariantRequest) => readonly SpecialVariant[];
}

export interface VariantRequest {
  /** Of the function or the class. */
  readonly name: string;
  /** Of the function, or of the method that is run. */
  readonly parameters: readonly SourceParameter[];
  /** Of the function or the class, without comments. */
  readonly text: string;
  /** Of a gradient whose forward function agrees: the text of that one, or of the class without the gradient's method. */
  readonly forwardText?: string;
  /** Whether the program names layers of sequences: `conv1d`. */
  readonly hasSequences?: boolean;
  /** Order of the input's axes, where the text states it. */
  readonly stated?: string;
  /** Roles of all parameters, of a constructor too. */
  readonly roles: ReadonlySet<Role>;
  /** Arguments of the text's own calls by role; numbers of default values are included. */
  readonly calls: readonly ReadonlyMap<Role, ProgramValue>[];
  /** The gradients that are compared, one after another in one array. */
  readonly results?: readonly ('dX' | 'dW' | 'db')[];
}

export interface SpecialVariant {
  readonly cases: readonly SpecialCase[];
  /** Source that converts the result of the call, named `result`. */
  readonly result?: string;
  /** Whether another result of a case is right under a convention that is not listed. */
  readonly isOther?: (layerCase: LayerCase, returned: NamedArray['array']) => boolean;
}

export interface SpecialCase {
  /** Its arrays have the axes that the function takes. */
  readonly layerCase: LayerCase;
  readonly expected: NamedArray['array'];
  readonly own: boolean;
}
