/** The language of code that is not marked, from signs that Python does not have; only where the code computes something. */

const PYTHON =
  /^[ \t]*(?:>>> |import[ \t]+\w|from[ \t]+[\w.]+[ \t]+import\b|def[ \t]+\w+\(|class[ \t]+\w+[^{\n]*:|(?:for|while|if)\b[^{;\n]*:[ \t]*$)|^(?![ \t]*(?:const|let|var)\b).*\b(?:np|nn|F|plt|torch|tf)\.\w+\((?!\))[^;\n]*$/m;

interface Signs {
  readonly languageId: string;
  /** Each must be there. */
  readonly signs: readonly RegExp[];
}

const CALL = /[\w)]\(/;
const LOOP_OR_CALL = /\bfor\b|\bwhile\b|\w\([^;\n]*\)[\w.?()]*;[ \t]*$/m;

const LANGUAGES: readonly Signs[] = [
  { languageId: 'systemverilog', signs: [/^[ \t]*endmodule\b/m] },
  { languageId: 'futhark', signs: [/^-- ==[ \t]*$/m] },
  { languageId: 'ocaml', signs: [/^[ \t]*let\b[^=;\n]*=[^;\n]*\bin[ \t]*$/m, /\|\]|->/] },
  { languageId: 'julia', signs: [/^julia> |^using[ \t]+[A-Z]\w*(?:[ \t]*[,:].*)?$|\bFloat(?:32|64)\[/m, CALL] },
  {
    languageId: 'rust',
    signs: [/\blet[ \t]+mut\b|\bvec!\[|\bfn[ \t]+\w+(?:<[^>]*>)?\(|\bTensor::\w+\(/, /;[ \t]*$/m, LOOP_OR_CALL],
  },
  {
    languageId: 'swift',
    signs: [
      /^[ \t]*(?:let|var)[ \t]+\w+[ \t]*(?::[ \t]*[[\w<>\], ]+)?=[^;\n]*$/m,
      /\bfunc[ \t]|\bin[ \t]+0[ \t]*\.\.<|\bXCTAssert/,
    ],
  },
  {
    languageId: 'javascript',
    signs: [/^[ \t]*(?:const|let|var)[ \t]+[\w{[]|\bfunction[ \t]+\w*\(|\bconsole\.log\(/m, LOOP_OR_CALL],
  },
  { languageId: 'go', signs: [/:=[ \t]*\[\]|^func[ \t]+\w+\(|\[\](?:float\d\d|int)\{/m, CALL] },
  { languageId: 'java', signs: [/\bnew[ \t]+(?:float|double|int)\[|\b(?:float|double|int)\[\]/, LOOP_OR_CALL] },
  {
    languageId: 'cpp',
    signs: [
      /^[ \t]*#include\b|^[ \t]*(?:(?:static|const|constexpr|unsigned)[ \t]+)*(?:int|float|double|char|void|auto|std::\w+(?:<.*>)?)[ \t*&]+\w+(?:\[[\w ]*\])*[ \t]*(?:[=;({])/m,
      LOOP_OR_CALL,
    ],
  },
  {
    languageId: 'r',
    signs: [/^[ \t(]*[A-Za-z.][\w.]*[ \t]*<-[ \t]*(?:\w[\w.]*(?:::\w+)?\(|[\d.]+:)/m, CALL],
  },
  {
    languageId: 'matlab',
    signs: [
      /^[ \t]*[A-Za-z]\w*[ \t]*=[ \t]*\[(?:[^\]\n,]*(?:;|\d[ \t]+[-\d.])|[-+\d.,; \t]*;[-+\d.,; \t]*\])|^[ \t]*[A-Za-z]\w*[ \t]*=[ \t]*(?:zeros|ones|magic|rand[ni]?|eye)\(.*\);/m,
      /\b(?:conv2?|conv2d2|filter2|imfilter|dlconv|maxpool|avgpool)[ \t]?\(|^[ \t]*for[ \t]+\w+[ \t]*=/m,
    ],
  },
];

/** VS Code's identifier; undefined for Python and for what has no such signs. C is read as C++. */
export function codeLanguage(text: string): string | undefined {
  const found = LANGUAGES.find(({ signs }) => signs.every((sign) => sign.test(text)))?.languageId;
  if (found === undefined || PYTHON.test(text)) return undefined;
  return found === 'matlab' && /^[^'"\n]*\/\//m.test(text) ? 'scilab' : found;
}
