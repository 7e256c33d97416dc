/** The language that the info string of a Markdown fence or a class of an HTML element names. */

const ALIASES: Readonly<Record<string, string>> = {
  py: 'python',
  py3: 'python',
  python3: 'python',
  ipython: 'python',
  ipython3: 'python',
  pycon: 'python',
  numpy: 'python',
  'code-cell': 'python',
  'code-block': 'python',
  js: 'javascript',
  ts: 'typescript',
  jl: 'julia',
  'julia-repl': 'julia',
  jldoctest: 'julia',
  octave: 'matlab',
  'c++': 'cpp',
  cuda: 'cuda-cpp',
  rs: 'rust',
  golang: 'go',
};

const CODE = new Set([
  'python',
  'r',
  'julia',
  'matlab',
  'javascript',
  'typescript',
  'c',
  'cpp',
  'cuda-cpp',
  'rust',
  'go',
  'java',
  'csharp',
  'json',
  'mathematica',
]);

const OUTPUT = new Set(['output', 'out', 'text', 'txt', 'plaintext', 'plain', 'console', 'none', 'stdout', 'result']);

/** VS Code's language identifier, `output`, or undefined where the fence names neither. */
export function fenceLanguage(info: string): string | undefined {
  const words = info
    .toLowerCase()
    .replace(/[{}.]/g, ' ')
    .split(/[\s,=:]+/)
    .map((word) => word.replace(/^(?:language|lang|highlight|sourcecode|brush)-?/, ''));
  for (const word of words) {
    const id = Object.hasOwn(ALIASES, word) ? ALIASES[word]! : word;
    if (CODE.has(id)) return id;
    if (OUTPUT.has(word)) return 'output';
  }
  return undefined;
}
