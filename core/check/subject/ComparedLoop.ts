/** The loop of a layer whose results are compared: what one step gives, and in which array. */
import { convTranspose2dGeometry } from '../../layer/convTransposeGeometry';
import { conv2dGeometry, outputShape, pool2dGeometry, type Geometry } from '../../layer/geometry';
import type { ArrayRole } from '../../step/Frame';
import type { Layer } from '../../step/Layer';
import type { ResultName } from '../cases/LayerCase';

export interface ComparedLoop {
  /** One cell of the main array, additions to a window of it, or all of an example. */
  readonly gives: 'cell' | 'window' | 'example';
  /** The array in which the result of a step is. */
  readonly main: ResultName;
  /** Numbers of examples, rows, columns and channels that the loop runs through. */
  readonly extents: readonly [m: number, rows: number, cols: number, channels: number];
  /** The windows of the cells (h, w) of the loop. */
  readonly geometry: Geometry;
  /** Ids of the stage's maps that a step reads. */
  readonly inputs: readonly ArrayRole[];
  /** Whether a step reads and writes its own channel only. */
  readonly ownChannel: boolean;
  /** The layer is one window, whose arrays are named without example and channel. */
  readonly helper: boolean;
}

/** Throws the LensError of an impossible geometry. */
export function loopOf(layer: Layer): ComparedLoop {
  const backward = isBackwardLayer(layer);
  switch (layer.kind) {
    case 'conv':
      return windowLoop(conv2dGeometry(layer.x.shape, layer.w.shape, layer.options), {
        backward,
        pooling: false,
        helper: layer.helper !== undefined,
      });
    case 'pool': {
      const geometry = pool2dGeometry(layer.x.shape, layer.options);
      if (layer.helper === undefined) return windowLoop(geometry, { backward, pooling: true });
      const base = { gives: 'example', extents: [1, 1, 1, 1], geometry, ownChannel: false, helper: true } as const;
      return layer.helper === 'create_mask_from_window'
        ? { ...base, main: 'mask', inputs: ['x'] }
        : { ...base, main: 'a', inputs: ['dZ'] };
    }
    case 'convTranspose': {
      // The convolution that leads back: its output cells are the cells of x.
      const geometry = convTranspose2dGeometry(layer.x.shape, layer.w.shape, layer.options);
      const base = { geometry, extents: outputShape(geometry), ownChannel: false, helper: false };
      return backward
        ? { ...base, gives: 'cell', main: 'dA_prev', inputs: ['dZ'] }
        : { ...base, gives: 'window', main: 'Z', inputs: ['x'] };
    }
    case 'relu': {
      const geometry = pool2dGeometry(layer.x.shape, { mode: 'max', kernel: 1 });
      const base = {
        gives: 'cell',
        extents: outputShape(geometry),
        geometry,
        ownChannel: true,
        helper: false,
      } as const;
      return backward ? { ...base, main: 'dA_prev', inputs: ['x', 'dZ'] } : { ...base, main: 'A', inputs: ['x'] };
    }
    case 'pad': {
      const [examples = 1, , , channels = 1] = layer.x.shape;
      const geometry = conv2dGeometry(layer.x.shape, [1, 1, channels, 1], { padding: layer.pad });
      return {
        gives: 'example',
        main: 'x_pad',
        extents: [examples, 1, 1, 1],
        geometry,
        inputs: ['x'],
        ownChannel: false,
        helper: false,
      };
    }
  }
}

/** The loop of a convolution or a pooling. */
export function windowLoop(
  geometry: Geometry,
  { backward, pooling, helper = false }: { backward: boolean; pooling: boolean; helper?: boolean },
): ComparedLoop {
  return {
    gives: backward ? 'window' : 'cell',
    main: backward ? 'dA_prev' : pooling ? 'A' : 'Z',
    extents: outputShape(geometry),
    geometry,
    inputs: [backward ? 'dZ' : 'x'],
    ownChannel: pooling,
    helper,
  };
}

/** Whether the layer's pass computes gradients. */
export function isBackwardLayer(layer: Layer): boolean {
  if (layer.kind === 'pad' || layer.pass === 'forward') return false;
  return ('dZ' in layer ? layer.dZ : 'dA' in layer ? layer.dA : undefined) !== undefined;
}
