/** Why code of other languages opens nothing whose arrays have their values from elsewhere. */
import { describe, expect, it } from 'vitest';
import { refusal } from '../requests';

const reads = (call: string): string =>
  `${call} reads data that are not in the text: write a small array in its place, or step through the variable while debugging`;

describe('the reason of code without values', () => {
  it.each([
    [
      'swift',
      'URLSession.shared.data',
      'func tile(from url: URL) async throws -> [Float] {\n    let (data, _) = try await URLSession.shared.data(from: url)\n    let tile = try JSONDecoder().decode([Float].self, from: data)\n    var output = [Float](repeating: 0, count: tile.count)\n    blur(tile, &output)\n    return output\n}\n',
    ],
    [
      'javascript',
      'fetch',
      "const r = await fetch('/mnist.json');\nconst x = await r.json();\nconsole.log(blur(x));\n",
    ],
    [
      'go',
      'os.Open',
      'func main() {\n\tf, _ := os.Open("a.png")\n\timg, _ := png.Decode(f)\n\tfmt.Println(blur(img))\n}\n',
    ],
    ['rust', 'image::open', 'fn main() {\n    let img = image::open("a.png").unwrap();\n    show(blur(&img));\n}\n'],
    ['cpp', 'cv::imread', 'int main() {\n  cv::Mat img = cv::imread("a.png");\n  show(img);\n}\n'],
    [
      'java',
      'ImageIO.read',
      'class A {\n  void run() throws Exception {\n    var img = ImageIO.read(new File("a.png"));\n    double[] k = new double[9];\n    show(img, k);\n  }\n}\n',
    ],
  ])('%s: %s', (languageId, call, text) => {
    expect(refusal({ text, languageId })[0]).toBe(reads(call));
  });

  it('a declaration without values is not the reason', () => {
    const text =
      'func run(n: Int) -> [Float] {\n    var output = [Float](repeating: 0, count: n)\n    return output\n}\n';
    expect(refusal({ text, languageId: 'swift' })[0]).toBe('this text has neither an array nor a call of a layer');
  });

  it.each([
    ['matlab', 'imread', "I = imread('gate.jpg');\nG = im2double(rgb2gray(I));\nk = [1 0; 0 1];\nZ = conv2(G, k);\n"],
    ['julia', 'readdlm', 'using NNlib\nx = reshape(readdlm("x.csv"), 4, 4, 1, 1)\nw = ones(2, 2, 1, 1)\nconv(x, w)\n'],
  ])('%s: %s, through the names that lead to an argument', (languageId, call, text) => {
    expect(refusal({ text, languageId })[0]).toBe(reads(call));
  });
});
