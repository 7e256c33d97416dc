/** Sticky patterns of the tokens of C-like languages. */

export const NUMBER_TOKEN =
  /(?:0[xX][\da-fA-F]+|(?:\d[\d_']*\.?(?!\.)[\d_]*|\.\d+)(?:[eE][-+]?\d+)?)(?:_?(?:f16|f32|f64|[iu](?:8|16|32|64|size))|[fFdDuUlLmM]{1,3})?(?![\w.]|\.\w)|\d+(?=\.\.)|\d+\.?\d*f?(?=\.(?:into|to_)\w*\()/y;
/** What is before a value and does not change it. */
export const PREFIX = /&(?:mut\b)?|\*|new\b|await\b|move\b/y;
export const CAST =
  /\(\s*(?:unsigned\s+)?(?:const\s+)?(?:float|double|int|long|short|char|byte|u?int\d+_t|size_t|Half|half)\s*\)/y;
/** A type before the braces of its values: Go's `[]float32{`, Java's `new float[][] {`, C#'s `new[,] {`. */
export const TYPED =
  /(?:\[(?:\d*|\.\.\.)\])+\*?[A-Za-z_][\w.]*\s?(?=\{)|[A-Za-z_][\w.]*(?:<[\w.,\s]+>)?\s*(?:\[[\d,*\s]*\]\s*)+(?=\{)|\[[,\s]*\]\s*(?=\{)/y;
export const NAME = /[A-Za-z_$][\w$]*/y;
export const GENERIC = /(?:::)?<[\w:,. *&<>[\];]*>(?=\s*[({]|::)/y;
export const MACRO = /(?:[a-z_]\w*::)*[a-z_]\w*!\s*(?=[[({])/y;
/** OpenCV's `(Mat_<float>(2, 2) <<` and Eigen's `(MatrixXf(2, 2) <<`. */
export const MATRIX = /\(\s*(?:cv::|Eigen::)?(?:Mat_<\w+>|(?:Matrix|Array)X+\w)\(\s*\d+\s*,\s*\d+\s*\)\s*<</y;
export const CONSTANTS: Readonly<Record<string, boolean | null>> = {
  true: true,
  false: false,
  null: null,
  nullptr: null,
  undefined: null,
  None: null,
  nil: null,
  NULL: null,
};

/** The value of a `NUMBER_TOKEN`. */
export function valueOfToken(written: string): number {
  if (/^0[xX]/.test(written)) return Number(written);
  return Number(written.replace(/[_']|(?:f16|f32|f64|[iu](?:8|16|32|64|size)|[fFdDuUlLmM]{1,3})$/g, ''));
}
