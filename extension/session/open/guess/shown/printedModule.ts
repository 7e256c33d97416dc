/** A convolution of PyTorch that a text shows as it is printed, `Conv1d(2, 1, kernel_size=(3,), stride=(2,))`, with its arrays. */
import type { LayerCall, ParsedArray, ParseResult } from '../../../../../core/read/ParseResult';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';
import { roleOfName } from '../../../../../core/setup/roles/roles';
import type { TextSource } from '../../../source/LensSource';
import { isText } from '../../document/pieces';
import type { UnknownCall } from '../../refusals/unknownCall';

const PRINTED =
  /^\(\d+, \d+, kernel_size=\(([\d, ]+)\)((?:, (?:stride|padding|dilation)=\([\d, ]+\)|, groups=\d+|, bias=False)*)\)[ \t]*(?:\n|$)/;
const MOST_NUMBERS = 10_000;

/** Undefined unless the text names one input and one array of weights that fit the kernel. */
export function printedModule(
  { callee, range, before, rest }: UnknownCall,
  { languageId }: TextSource,
  { arrays }: ParseResult,
): LayerCall | undefined {
  const [, kernel, options = ''] = PRINTED.exec(rest) ?? [];
  const isAlone = /(?:^|\n)[ \t]*$/.test(before) && (isText(languageId) || languageId === 'log');
  if (kernel === undefined || !isAlone || !/^Conv[12]d$/.test(callee)) return undefined;
  const ofRole = (role: string): readonly ParsedArray[] => arrays.filter(({ name }) => roleOfName(name) === role);
  const [x, w, b] = [ofRole('x'), ofRole('w'), ofRole('b')];
  const used = [...x, ...w, ...b];
  if (x.length !== 1 || w.length !== 1 || b.length > 1) return undefined;
  // A bias that is not in the text is not zero.
  if (b.length === 0 && !options.includes('bias=False')) return undefined;
  const sizes = kernel.split(',').flatMap((size) => (size.trim() === '' ? [] : [Number(size)]));
  if (w[0]!.array.shape.slice(2).join() !== sizes.join()) return undefined;
  if (used.reduce((sum, { array }) => sum + array.data.length, 0) > MOST_NUMBERS) return undefined;
  const written = used.map(
    ({ array: { shape, data } }) =>
      `torch.tensor([${Array.from(data, String).join()}]).float().reshape(${shape.join()})`,
  );
  const given = options.replace(', bias=False', '');
  const { calls } = evaluatePython(
    `import torch\ntorch.nn.functional.${callee.toLowerCase()}(${written.join(', ')}${given})\n`,
  );
  return calls.length === 1 ? { ...calls[0]!, callee, range } : undefined;
}
