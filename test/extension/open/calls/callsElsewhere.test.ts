/** Layers whose functions are not in the text: known by what their arguments are, or by the result that a test has. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

const at = (text: string, languageId: string, cursor?: string) => ({
  text,
  languageId,
  ...(cursor !== undefined && { cursor: text.indexOf(cursor) }),
});

const CONVOLUTION = {
  operation: 'conv_forward',
  options: { stride: 1, padding: 0 },
  roles: { x: { values: [2, 0, 1, 5, 3, 4, 1, 6, 2] }, w: { values: [1, 3, 0, -1] } },
};

describe('tests of functions that are not in the text', () => {
  it.each([
    [
      'ruby',
      "# the image's rows\nimage = [[2, 0, 1], # the first one\n         [5, 3, 4], [1, 6, 2]]\n# kernel = [[7, 7], [7, 7]]\nkernel = [[1, 3], [0, -1]]\n" +
        'expect(Filter.new(kernel).convolve(image)).to eq([[-1, -1], [8, 13]])\n',
    ],
    [
      'crystal',
      "image = [[2.0, 0.0, 1.0], # don't change\n         [5.0, 3.0, 4.0], [1.0, 6.0, 2.0]]\nkernel = [[1.0, 3.0], [0.0, -1.0]]\nconvolve(image, kernel).should eq [[-1.0, -1.0], [8.0, 13.0]]\n",
    ],
    [
      'elixir',
      'x = Grid.new([[2, 0, 1], [5, 3, 4], [1, 6, 2]]) # x\nk = Grid.new([[1, 3], [0, -1]])\nassert Grid.convolve(x, k) == Grid.new([[-1, -1], [8, 13]])\n',
    ],
    [
      'javascript',
      'const image = new Field(3, 3, [2, 0, 1, 5, 3, 4, 1, 6, 2]);\nconst kernel = new Field(2, 2, [1, 3, 0, -1]);\nexpect(convolve(image, kernel)).toEqual(new Field(2, 2, [-1, -1, 8, 13]));\n',
    ],
    [
      'go',
      'img := &Grid{\n\tShape: []int{3, 3},\n\tData:  []float64{2, 0, 1, 5, 3, 4, 1, 6, 2},\n}\nk := &Grid{Shape: []int{2, 2}, Data: []float64{1, 3, 0, -1}}\ngot := Convolve(img, k)\nwant := &Grid{Shape: []int{2, 2}, Data: []float64{-1, -1, 8, 13}}\n',
    ],
    [
      'matlab',
      'image = [2 0 1; 5 3 4; 1 6 2];\nkernel = [1 3; 0 -1];\nverifyEqual(testCase, slidingConv(image, kernel), [-1 -1; 8 13]);\n',
    ],
    [
      'r',
      'image <- matrix(c(2, 0, 1, 5, 3, 4, 1, 6, 2), 3, byrow = TRUE)\nkernel <- matrix(c(1, 3, 0, -1), 2, byrow = TRUE)\nexpect_equal(conv_2d(image, kernel), matrix(c(-1, -1, 8, 13), 2, byrow = TRUE))\n',
    ],
  ])('open the layer whose result is expected: %s', (languageId, text) => {
    expect(layer(at(text, languageId))).toMatchObject({ ...CONVOLUTION, problems: [] });
  });

  const pools =
    '@testset "pool" begin\n    x = [1 5 2 0; 3 4 8 6; 7 9 1 2; 0 2 3 4]\n    @test mypool(x, 2, 2) == [5 8; 9 4]\n    @test mypool(x, 3, 1) == [9 9; 9 9]\nend\n';

  it('a test of another line is not that of the cursor', () => {
    expect(layer(at(pools, 'julia', 'mypool(x, 2'))).toMatchObject({ options: { mode: 'max', kernel: 2, stride: 2 } });
    expect(refusal(at(pools, 'julia', 'mypool(x, 3'))).toEqual(['mypool is not supported', 'mypool']);
  });
});

describe('calls that are known by their arguments', () => {
  it('an object that is made of its filter and its bias', () => {
    const text =
      'ConvLayer conv = new ConvLayer(new float[][]{{1, 3}, {0, -1}}, new float[]{0.5f});\nfloat[][] image = {{2, 0, 1}, {5, 3, 4}, {1, 6, 2}};\nfloat[][] out = conv.forward(image);\n';
    expect(layer(at(text, 'java'))).toMatchObject({
      ...CONVOLUTION,
      roles: { ...CONVOLUTION.roles, b: { values: [0.5] } },
      assumptions: ['the arguments of conv.forward are taken by their names or their numbers'],
    });
    // What the other numbers are is not known.
    expect(refusal(at(text.replace('new float[]{0.5f}', '2, 1'), 'java'))[0]).toContain('is not supported');
  });

  const first =
    "it('one', math => {\n  const stride = 1;\n  const pad = 0;\n  const x = Array3D.new([2, 2, 1], [1, 2, 3, 4]);\n  const w = Array4D.new([1, 1, 1, 1], [2]);\n  const bias = Array1D.new([3]);\n" +
    '  const result = math.conv2d(x, w, bias, stride, pad);\n  const expected = new Float32Array([5, 7, 9, 11]);\n});\n';
  const second = first.replace('[1, 1, 1, 1], [2]', '[2, 2, 1, 1], [1, 0, 2, 1]').replace('[5, 7, 9, 11]', '[14]');

  it('the channels and the bias show the order of the axes, next to a test that is known by its result', () => {
    const text = `${first}\n${second.replace("'one'", "'two'")}`;
    expect(layer(at(text, 'typescript', "'two'")).roles).toMatchObject({
      x: { values: [1, 2, 3, 4] },
      w: { shape: [2, 2, 1, 1], values: [1, 0, 2, 1] },
      b: { values: [3] },
    });
  });

  it('the constants of a MATLAB class', () => {
    const text =
      'classdef Filters < handle\n    properties (Constant)\n        Image = [2 0 1; 5 3 4; 1 6 2];\n        Kernel = [1 3; 0 -1];\n    end\n    methods\n        function out = run(obj)\n' +
      "            out = filter2(obj.Kernel, Filters.Image, 'valid');\n        end\n    end\nend\n";
    expect(layer(at(text, 'matlab')).roles).toMatchObject(CONVOLUTION.roles);
  });

  it('two strides that the text names are those of the pooling', () => {
    const text =
      'let input = filled_from_iter(0..24, (2, 4, 3));\nlet size = (2, 2);\nlet stride = (2, 1);\nlet pool = Pooling::max(size, stride);\nassert_eq!(pool.forward(&input), tensor![[[4., 5.], [10., 11.]], [[16., 17.], [22., 23.]]]);\n';
    expect(layer(at(text, 'rust')).options).toMatchObject({ kernel: 2, stride: [2, 1], padding: 0 });
  });
});

it('elements that are set one by one on one line are an array to choose', () => {
  const text =
    'float x[2][2], k[2][2], y[1][1];\nx[0][0] = 1; x[0][1] = 2;\nx[1][0] = 3; x[1][1] = 4;\nconvolve(x, k, y);\n';
  expect(refusal(at(text, 'c'))[0]).toBe(
    'convolve is not supported in C code: select an input and a filter, or an array',
  );
});

it('numbers of comments and of results of functions are not read as arrays of the code', () => {
  const text =
    'let input = vec![1.0, 2.0, 4.0, 8.0];\nlet kernel = vec![1.0, 1.0, 1.0];\nlet out = conv1d(&input, &kernel, 1, 1);\n// padded: [0, 1, 2, 4, 8, 0]\nassert_eq!(out, vec![3.0, 7.0, 14.0, 12.0]);\n';
  expect(layer(at(text, 'rust'))).toMatchObject({
    options: { padding: [0, 1] },
    roles: { x: { values: [1, 2, 4, 8] } },
  });
  const java =
    'float[][] gauss = {{1, 2}, {2, 4}};\nConvolution blur = new Convolution("gauss", gauss);\nfloat[][] matrix = {{3, 1, 2}, {1, 1, 5}, {7, 1, 0}};\nfloat[][] result = blur.performConvolutionOnImage(matrix);\nConvolution.printArray(result);\n';
  const opened = openText(at(java, 'java'));
  expect(opened).toMatchObject({ kind: 'refused', arrays: [{ name: 'gauss' }, { name: 'matrix' }] });
  expect(refusal(at(java, 'java'))[1]).toBe('blur.performConvolutionOnImage');
});

it('a type of Go that begins with a small letter', () => {
  const text =
    'k := kernel2{1.0 / 4.0, 0, 0, -1.0 / 2.0}\nimage := gray{pixels: []uint8{4, 8, 12, 16}}\nout := convolve(image, k)\n';
  expect(openText(at(text, 'go'))).toMatchObject({ arrays: [{ name: 'k', values: [0.25, 0, 0, -0.5] }, {}] });
});

it('a size of the next column of a page between the rows of an array is passed over', () => {
  const text =
    'Average pooling keeps the mean of each window.\n\nInput: [[1, 3, 5, 7], pool_size = 2\n\n[1, 3, 5, 7],\n\n[2, 2, 8, 8],\n\n[4, 4, 6, 6]]\n\nWindow 1: [[1,3],[1,3]] -> mean = 2\n\nOutput: [[2, 6],\n\n[3, 7]]\n';
  expect(layer(at(text, 'plaintext'))).toMatchObject({
    options: { mode: 'average', kernel: 2, stride: 2 },
    roles: { x: { shape: [1, 4, 4, 1] } },
  });
});

it('columns without blanks between them are refused', () => {
  const text =
    'Apply the filter W with a valid convolution to the input X:\nX =\n310\n042\n125\nand filter:\nW =\n12\n01\n';
  expect(refusal(at(text, 'plaintext'))[0]).toBe('the columns of X have no blanks between them: 310, 042, 125');
});

it('a function of another module that a function of the text calls is the reason, also where a convolution is asked for', () => {
  const text =
    'import numpy as np\nfrom mine.layers import grid_conv\nsignal = np.array([0.2, 0.9, 0.4])\nstencil = np.array([1., -0.5])\n' +
    'def run():\n    return grid_conv(signal, stencil, 3)\nprint(run())\n';
  expect(refusal(python(text, { operation: 'convolution' }))[0]).toBe(
    'grid_conv comes from mine.layers, which is not in this text',
  );
});

it('a function of a file that __import__ loads is the reason', () => {
  const text =
    "import numpy as np\nconvolve_valid = \\\n    __import__('0-convolve_valid').convolve_valid\nx = np.ones((2, 5, 5))\ny = convolve_valid(x, np.ones((3, 3)))\n";
  expect(refusal(python(text))[0]).toBe('convolve_valid comes from 0-convolve_valid, which is not in this text');
});
