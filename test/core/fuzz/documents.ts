/** Pages, homework sheets, test files and models: each of these texts is read by a reader of its own. */
import type { Random } from './Random';
import { mutatedText, type SeedText } from './texts';

const bmatrix = '\\begin{bmatrix} 1 & 0 & -1.5 \\\\ 2 & 0 & 3e2 \\\\[2pt] \\hline {4} & 5 & 6 \\end{bmatrix}';

/** Short texts, one for each kind of document, layer source and language of calls. */
export const documentSeeds: readonly SeedText[] = [
  {
    languageId: 'markdown',
    text: `# Homework\n\n$$ X = ${bmatrix} $$\n\nand the kernel \\(K = \\left[\\begin{array}{c|c} 1 & 0 \\\\ 0 & -1 \\end{array}\\right]\\)\n\n\`\`\`python\nimport numpy as np\nX = np.ones((3, 3))\nprint(X)\n\`\`\`\n\n\`\`\`output\n[[1. 1. 1.]\n [1. 1. 1.]\n [1. 1. 1.]]\n\`\`\`\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n`,
  },
  { languageId: 'latex', text: `The input is ${bmatrix.replaceAll('bmatrix', 'pmatrix')} and\n${bmatrix}\n` },
  {
    languageId: 'quarto',
    text: `---\ntitle: Pools\n---\n\n\`\`\`{python}\n#| echo: true\nimport torch, torch.nn.functional as F\nx = torch.arange(16.).reshape(1, 1, 4, 4)\nF.max_pool2d(x, 2)\n\`\`\`\n`,
  },
  {
    languageId: 'html',
    text: '<pre><code class="language-python">x = [[1, 2], [3, 4]]\nw = [[1, 0], [0, 1]]\n</code></pre><pre class="output">&gt;&gt;&gt; [[ 1 2 ]]</pre><table><tr><td>1</td></tr></table>',
  },
  {
    languageId: 'python',
    text: 'import numpy as np\nimport pytest\n\n@pytest.fixture\ndef image():\n    return np.ones((1, 4, 4, 1))\n\n@pytest.mark.parametrize("stride,pad", [(1, 0), (2, 1)])\ndef test_pool(image, stride, pad):\n    out = pool_forward(image, {"f": 2, "stride": stride})\n    assert out.shape == (1, 2, 2, 1)\n',
  },
  {
    languageId: 'python',
    text: 'from mxnet import nd\nfrom mxnet.gluon import nn\nnet = nn.Sequential()\nnet.add(nn.Conv2D(channels=2, kernel_size=3, in_channels=1), nn.MaxPool2D(2))\nnet.initialize()\nY = net(nd.ones((1, 1, 8, 8)))\n',
  },
  {
    languageId: 'python',
    text: 'import argparse\nimport torch\nfrom torch import nn\np = argparse.ArgumentParser()\np.add_argument("--k", type=int, default=3)\nargs = p.parse_args()\nlayers = nn.ModuleList([nn.Conv2d(1, 2, args.k, padding=1), nn.AdaptiveAvgPool2d(2)])\nx = torch.ones(1, 1, 5, 5)\nfor layer in layers:\n    x = layer(x)\n',
  },
  {
    languageId: 'python',
    text: 'def corr2d(X, K):\n    """Cross-correlate.\n\n    >>> corr2d(np.ones((3, 3)), np.ones((2, 2)))\n    array([[4., 4.],\n           [4., 4.]])\n    """\n    h, w = K.shape\n    return np.array([[(X[i:i + h, j:j + w] * K).sum() for j in range(2)] for i in range(2)])\n',
  },
  {
    languageId: 'matlab',
    text: "A = [1 2 3; 4 5 6; 7 8 9];\nK = rot90([1 0; 0 -1], 2);\nC = conv2(A, K, 'valid')\nB = imfilter(A, ones(3) / 9);\n",
  },
  {
    languageId: 'julia',
    text: 'using Flux\nx = reshape(Float32.(1:16), 4, 4, 1, 1)\nm = Chain(Conv((2, 2), 1 => 1, relu), MaxPool((2, 2)))\ny = m(x)\n',
  },
  {
    languageId: 'cpp',
    text: 'const float K[2][2] = {{1, 0}, {0, -1}};\nstd::vector<std::vector<double>> x{{1, 2}, {3, 4}};\ncv::Mat m = (cv::Mat_<float>(2, 2) << 1, 2, 3, 4);\nauto y = torch::max_pool2d(x, 2);\n',
  },
  { languageId: 'wolfram', text: 'x = {{1, 2}, {3, 4}};\nListCorrelate[{{1, 0}, {0, 1}}, x]\nDimensions[x]\n' },
  {
    languageId: 'r',
    text: 'x <- array(c(1, 2, 3, 4), dim = c(1, 2, 2, 1))\nm <- matrix(1:6, nrow = 2, byrow = TRUE)\n',
  },
];

/** A LaTeX document whose matrices have rows, widths, names and ends that need not fit. */
function latexText(random: Random): string {
  const name = () => random.pick(['matrix', 'bmatrix', 'pmatrix', 'array', 'smallmatrix', 'bmatrix*', 'align']);
  const cell = () => random.pick(['1', '-2.5', '{3}', '1e9', 'a', '', '\\frac{1}{2}', '2 \\times 10^{3}', '\\cdots']);
  const matrix = () => {
    const environment = name();
    const width = 1 + random.below(5);
    const row = () => Array.from({ length: random.below(12) === 0 ? random.below(9) : width }, cell).join(' & ');
    const rows = Array.from({ length: random.below(8) }, row).join(random.pick([' \\\\ ', '\\\\[2pt]\n', '\\cr ']));
    const end = random.below(8) === 0 ? name() : environment;
    return `${random.pick(['', 'X = ', 'Y = X * K = ', '\\left['])}\\begin{${environment}}${rows}\\end{${end}}`;
  };
  const parts = Array.from({ length: 1 + random.below(6) }, matrix);
  return parts.join(random.pick(['\n', ' * ', '$$ and $$', '\\begin{matrix}'.repeat(random.times(200))]));
}

/** JSON of a request to open a text: documents with the cursor, surroundings and purposes that an editor gives. */
export function openRequestText(random: Random, seeds: readonly SeedText[]): string {
  const all = random.below(3) === 0 ? seeds : documentSeeds;
  const { text, languageId } = random.below(6) === 0 ? latexPage(random) : mutatedText(random, all);
  const cell = () => mutatedText(random, all).text.slice(0, 2000);
  return JSON.stringify({
    text,
    ...(languageId !== undefined && { languageId }),
    ...(random.below(2) === 0 && { cursor: random.below(text.length + 1) }),
    ...(random.below(4) === 0 && { before: [cell(), cell()] }),
    ...(random.below(8) === 0 && { after: [cell()] }),
    ...(random.below(12) === 0 && { before: [cell()], output: true }),
    ...(random.below(2) === 0 && { operation: random.pick(['convolution', 'pooling', 'inspect']) }),
  });
}

function latexPage(random: Random): SeedText {
  return { text: latexText(random), languageId: random.pick(['latex', 'markdown', 'plaintext', 'quarto']) };
}
