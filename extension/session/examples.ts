/** The layers of the course on numbers small enough to check by hand. */

export interface Example {
  /** The course's name of the layer. */
  readonly title: string;
  /** What goes in and what comes out, with the options. */
  readonly arrays: string;
  readonly command: 'layerLens.stepThroughConvolution' | 'layerLens.stepThroughPooling';
  readonly text: string;
}

export const examples: readonly Example[] = [
  {
    title: 'conv_forward',
    arrays: 'A_prev (4, 5) ∗ W (3, 3) → Z (4, 5), stride 1, pad 1',
    command: 'layerLens.stepThroughConvolution',
    text: `A_prev = [[1, 2, 0, 3, 1],
          [0, 1, 4, 1, 0],
          [2, 1, 0, 1, 2],
          [1, 0, 3, 2, 1]]
W = [[1, 0, -1],
     [2, 0, -2],
     [1, 0, -1]]
hparameters = {"stride": 1, "pad": 1}
`,
  },
  {
    title: 'conv_backward',
    arrays: 'dZ (2, 3) → dA_prev (4, 5), dW (3, 3), stride 1, pad 0',
    command: 'layerLens.stepThroughConvolution',
    text: `A_prev = [[1, 2, 0, 3, 1],
          [0, 1, 4, 1, 0],
          [2, 1, 0, 1, 2],
          [1, 0, 3, 2, 1]]
W = [[1, 0, -1],
     [2, 0, -2],
     [1, 0, -1]]
dZ = [[0.5, -1, 0.25],
      [1, 0, -0.5]]
hparameters = {"stride": 1, "pad": 0}
`,
  },
  {
    title: 'pool_forward',
    arrays: 'max: A_prev (4, 4) → A (2, 2), f 2, stride 2',
    command: 'layerLens.stepThroughPooling',
    text: `A_prev = [[1, 3, 2, 4],
          [5, 6, 1, 2],
          [7, 2, 9, 1],
          [0, 4, 3, 8]]
hparameters = {"stride": 2, "f": 2}
mode = "max"
`,
  },
  {
    title: 'pool_backward',
    arrays: 'max: dA (3, 3) → dA_prev (4, 4), f 2, stride 1',
    command: 'layerLens.stepThroughPooling',
    text: `A_prev = [[1, 3, 2, 4],
          [5, 6, 1, 2],
          [7, 2, 9, 1],
          [0, 4, 3, 8]]
dA = [[0.5, -1, 2],
      [1, 0.25, -0.5],
      [3, 1, -2]]
hparameters = {"stride": 1, "f": 2}
`,
  },
];
