/** What the label of a printed value names. */
import type { PrintedLabel, Quantity } from './PrintedResult';

const NAME = '[A-Za-z_]\\w*';
const INDEX = '(?:\\[[^\\[\\]]*\\])+';
const EXPRESSION = new RegExp(`^${NAME}(?:\\.${NAME}|\\[[^\\[\\]]*\\]|\\((?:[^()]|\\([^()]*\\))*\\))*$`);
const VARIABLE = new RegExp(`^(${NAME}(?:\\.(?!shape$|dtype$)${NAME})*)(${INDEX})?$`);

const WORDS: readonly (readonly [Quantity, string])[] = [
  ['mean', 'mean|average|均值|平均值|平均'],
  ['sum', 'sum|total|总和|和'],
  ['shape', 'shape|size|dimensions?|dims|形状|维度'],
  ['min', 'min|minimum|最小值'],
  ['max', 'max|maximum|最大值'],
  ['std', 'std|standard deviation|标准差'],
  ['norm', 'norm|范数'],
  ['type', 'dtype|type|类型'],
];

/** The label printed as `text`. A label that names nothing has only its text. */
export function printedLabel(text: string): PrintedLabel {
  const label = text.trim().replace(/^["'`]|["'`]$/g, '');
  const expression = EXPRESSION.test(label) ? label : undefined;
  return { text: label, ...named(label), ...(expression !== undefined && { expression }) };
}

function named(label: string): Omit<PrintedLabel, 'text' | 'expression'> {
  const plain = variable(label);
  if (plain) return { ...plain, ...suffixed(plain.name) };
  for (const [quantity, words] of WORDS) {
    const subject = subjectOf(label, words);
    const found = subject === undefined ? undefined : variable(subject);
    if (found) return { ...found, quantity };
  }
  return {};
}

/** `mean of dA`, `dA's mean`, `np.mean(dA)`, `dA.mean()`, `dA.shape`, `dA mean`, `dA 的均值`. */
function subjectOf(label: string, words: string): string | undefined {
  const forms = [
    `^(?:the )?(?:${words})[ _]?(?:of|for|:)?\\s+(?:the )?(\\S.*)$`,
    `^(\\S+?)(?:['’]s|\\s*的)\\s*(?:${words})$`,
    `^(?:np|numpy|torch|tf|str)?\\.?(?:reduce_)?(?:${words})\\((.*)\\)$`,
    `^(.*)\\.(?:${words})(?:\\(\\))?$`,
    `^str\\((.*)\\.(?:${words})\\)$`,
    `^(\\S+)\\s+(?:${words})$`,
  ];
  for (const form of forms) {
    const match = new RegExp(form, 'i').exec(label);
    if (match) return match[1]!.trim();
  }
  return undefined;
}

const SUFFIXES = ['mean', 'sum', 'shape', 'min', 'max', 'std', 'norm'] as const satisfies readonly Quantity[];

/** `dA_mean` may be the mean of dA; it is a name as well. */
function suffixed(name: string): { quantity?: Quantity } {
  const quantity = SUFFIXES.find((each) => name.toLowerCase().endsWith(`_${each}`));
  return quantity ? { quantity } : {};
}

function variable(text: string): { name: string; index?: string } | undefined {
  const match = VARIABLE.exec(text);
  if (!match) return undefined;
  return { name: match[1]!, ...(match[2] !== undefined && { index: match[2] }) };
}
