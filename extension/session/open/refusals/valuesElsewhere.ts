/** Code of other languages than Python whose arrays have their values from elsewhere. */
import type { LensError } from '../../../../core/message';
import { anyOf } from '../../../../core/anyOf';
import { drawsRandom, readsData } from '../../../../core/read/python/modules/unknownMember';
import type { ParseResult, ReadError } from '../../../../core/read/ParseResult';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import { ownEntry } from '../../../../core/ownEntry';
import { plainCode } from '../../../../core/read/text/code/reader/definitions';
import type { Segment, TextSource } from '../../source/LensSource';

/** Calls that read files, the network or the console. */
const READER = new RegExp(
  String.raw`(?<![\w$.:])((?:[A-Za-z_]\w*(?:\.|::))*?${anyOf(String.raw`
    URLSession(?:\.\w+)* (?:Data|String)(?=\(contentsOf) fetch axios(?:\.\w+)? XML\w*Request readFile\w* readTextFile\w*
    Files\.read\w+ ImageIO\.read FileReader FileInputStream Scanner HttpClient(?:\.\w+)* File\.Read\w+ StreamReader
    Image\.Load\w* fopen fread fscanf scanf ifstream imread stbi_load\w* os\.(?:Open|ReadFile) ioutil\.ReadFile
    http\.Get bufio\.NewScanner image(?:\.|::)(?:Decode|open) File::open fs::read\w* reqwest::\w+(?:::\w+)* stdin read_to_string
    readLine readln readLines readText file_get_contents io\.open CSV\.read File\.(?:read|open) read_csv
  `)})(?=\s*(?:[(<{]|\w+\s*[({]))`,
);

/** Languages with generators that are not NumPy's. */
const GENERATORS: Readonly<Record<string, string>> = { r: 'R', matlab: 'MATLAB', octave: 'Octave', julia: 'Julia' };
const RANDOM = /^(?:[ \t]*(\w+)[ \t]*(?:<-|=))?[^#%\n]*?(?<![\w.])(rnorm|runif|rbinom|rpois|sample|randn?|randi)\(/gm;
/** Functions of the generators of languages whose calls are not read. */
const DRAWS =
  /(?<![\w$])((?:Math\.random|rand|drand48|arc4random\w*|(?:\w+(?:\.|::))*(?:[nN]ext(?:Double|Single|Float|Gaussian|Int)|gen_range|(?:normal|uniform\w*)_distribution|random_sample))|rand\.\w+)\s*[(<]/;

/** That the text reads its data or draws them, where it has no values itself. */
export function readsElsewhere({ segments, languageId = '' }: TextSource): LensError | undefined {
  const owner = ownEntry(GENERATORS, languageId);
  const drawn = owner && drawnIn(segments);
  if (drawn) return drawsRandom(drawn, owner);
  const language = arraysOnly(languageId);
  if (language === undefined) return undefined;
  const code = segments.map(({ text }) => plainCode(text));
  const first = (form: RegExp): string | undefined =>
    code.map((each) => form.exec(each)?.[1]).find((each) => each !== undefined);
  const name = first(READER);
  if (name !== undefined) return readsData(name);
  const draws = first(DRAWS);
  return draws === undefined ? undefined : drawsRandom(draws, language);
}

/** The function of a generator whose numbers the last part of the text uses. */
function drawnIn(segments: readonly Segment[]): string | undefined {
  const [all, last] = [segments.map(({ text }) => text).join('\n'), segments.at(-1)?.text ?? ''];
  const used = [...all.matchAll(RANDOM)].find(
    ([line, name]) => name === undefined || last.includes(line) || new RegExp(`\\b${name}\\b`).test(last),
  );
  return used?.[2];
}

/** Without what only declares an array, as `[Float](repeating: 0, count: n)` and `[]` do, where nothing else was read. */
export function withoutDeclarations(read: ParseResult, { segments, languageId }: TextSource): ParseResult {
  const { arrays, errors } = read;
  if (arraysOnly(languageId) === undefined || arrays.some(({ array }) => array.data.length > 0)) return read;
  const isDeclared = ({ range: [start] }: ReadError): boolean =>
    segments.some(({ offset, text }) => {
      const line = text.slice(Math.max(0, start - offset - 60), start - offset + 60);
      const before = Math.min(60, start - offset);
      return start >= offset && DECLARED.test(line.slice(line.lastIndexOf('[', before)));
    });
  return { ...read, arrays: [], errors: errors.filter((each) => !isDeclared(each)) };
}

/** `[Float](…`, Rust's `[0.0; n]`. */
const DECLARED = /^\[+\s*(?:\w+\s*\]+\s*\(|[\w.]+\s*;)/;
