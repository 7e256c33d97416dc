/** Refusals of code of other languages than Python name what keeps the layer from being known. */
import { expect, it } from 'vitest';
import { refusal } from '../requests';

it('a list of rows of several lengths is the reason where a call uses it', () => {
  const text =
    "const { conv2d } = require('./conv');\nconst scan = [\n  [4, 4, 5],\n  [4, 3],\n];\nconst blur = [\n  [1, 1],\n  [1, 1],\n];\nconv2d(scan, blur, { stride: 1 });\n";
  for (const cursor of [text.indexOf('conv2d(scan'), undefined])
    expect(refusal({ text, languageId: 'javascript', ...(cursor !== undefined && { cursor }) })[0]).toBe(
      'this list has 2 entries, the lists before it have 3',
    );
});

it('numbers that code draws are the reason, and the element of a result is not an array', () => {
  const text =
    'using System;\nclass Filters {\n  static double[,] Correlate(double[,] image, double[,] kernel) {\n    var result = new double[2, 2];\n    for (int y = 0; y < 2; y++) for (int x = 0; x < 2; x++) result[y, x] += image[y, x] * kernel[0, 0];\n    return result;\n  }\n  static void Main(string[] args) {\n    int h = int.Parse(args[0]);\n    var rnd = new Random();\n    var image = new double[h, h];\n    for (int y = 0; y < h; y++) image[y, 0] = rnd.NextDouble();\n    Console.WriteLine(Correlate(image, image)[0, 0]);\n  }\n}\n';
  const found = refusal({ text, languageId: 'csharp', cursor: text.indexOf('Console') });
  expect(found[0]).toBe("rnd.NextDouble draws from C#'s own generator, which is not supported");
});

it('numbers that another chunk of R draws for a plot are not the reason', () => {
  const text =
    '# Pooling\n\n```{r}\nfm <- matrix(c(1, 2, 3, 4, 5, 6, 7, 8), 2, byrow = TRUE)\n```\n\nA plot:\n\n```{r}\nnoise <- matrix(runif(8), 2)\nimage(t(noise))\n```\n\n## Blocks\n\n```{r}\nblock <- kronecker(matrix(1:2, 1), matrix(1, 2, 2))\nmatrix(tapply(fm, block, max), nrow = 1)\n```\n';
  const found = refusal({ text, languageId: 'rmarkdown', cursor: text.indexOf('## Blocks') });
  expect(found[0]).toBe('this array is an argument of a call that is not evaluated; select the array alone to open it');
});
