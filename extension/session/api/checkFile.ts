/** Checks the functions of a file for the command line: Python code, or a Jupyter notebook. */
import * as v from 'valibot';
import { checkCode, type FunctionCheck } from '../../../core/check';
import { JoinedText } from '../check/JoinedText';
import { describeChecks } from './describeChecks';

export interface FileCheck {
  /** In a notebook, every `line` has a `cell`, both counted from 1; `repaired` is the code of all cells. */
  readonly checks: readonly (FunctionCheck & { readonly cell?: number })[];
  readonly text: string;
  /** Whether a function differs from its layer on its own case or on another geometry. */
  readonly differs: boolean;
  /** Whether no claim is made about a function, or the file has none: the interpreter refused it, or it is not valid Python. */
  readonly unchecked: boolean;
}

const notebook = v.object({
  cells: v.array(v.object({ cell_type: v.string(), source: v.union([v.string(), v.array(v.string())]) })),
});

/** `name` ends with `.ipynb` for a notebook. Throws an Error for text that is not a notebook's. */
export function checkFile(text: string, name = 'file.py'): FileCheck {
  return name.toLowerCase().endsWith('.ipynb') ? checkNotebook(text) : checkSource(text, (line) => `line ${line}`);
}

function checkNotebook(text: string): FileCheck {
  const joined = new JoinedText(
    cellsOf(text).flatMap(({ cell_type, source }, k) =>
      cell_type === 'code' ? [{ uri: String(k + 1), text: [source].flat().join('') }] : [],
    ),
  );
  const locate = (line: number) => {
    const place = joined.locateLine(line);
    return place ? { cell: Number(place.uri), line: place.line } : { line };
  };
  const named = (line: number) => {
    const place = locate(line);
    return place.cell === undefined ? `line ${line}` : `cell ${place.cell}, line ${place.line}`;
  };
  const found = checkSource(joined.source, named);
  return { ...found, checks: found.checks.map((check) => inCells(check, locate)) };
}

/** The checks with lines of the cells in place of those of the joined text. */
function inCells(
  { error, mistakes, ...check }: FunctionCheck,
  locate: (line: number) => { readonly cell?: number; readonly line: number },
): FileCheck['checks'][number] {
  return {
    ...check,
    ...locate(check.line),
    ...(error && { error: { ...error, ...locate(error.line) } }),
    mistakes: mistakes.map((mistake) => ({ ...mistake, ...(mistake.line !== undefined && locate(mistake.line)) })),
  };
}

function cellsOf(text: string): v.InferOutput<typeof notebook>['cells'] {
  try {
    return v.parse(notebook, JSON.parse(text)).cells;
  } catch (error) {
    throw new Error('not a Jupyter notebook of format 4', { cause: error });
  }
}

function checkSource(source: string, place: (line: number) => string): FileCheck {
  const checks = checkCode(source);
  const differs = checks.some(({ agrees, refused, unseen }) => !refused && (!agrees || unseen.length > 0));
  const unchecked = checks.length === 0 || checks.some(({ refused }) => refused);
  return { checks, text: describeChecks(checks, { source, place }), differs, unchecked };
}
