/** Code of other languages than Python whose arrays have their values from elsewhere. */
import type { LensError } from '../../../../core/message';
import { anyOf } from '../../../../core/anyOf';
import { drawsRandom, readsData } from '../../../../core/read/python/modules/unknownMember';
import type { ParseResult, ReadError } from '../../../../core/read/ParseResult';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import { ownEntry } from '../../../../core/ownEntry';
import { plainCode } from '../../../../core/read/text/code/reader/definitions';
import type { TextSource } from '../../source/LensSource';

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
const RANDOM = /^[^#%\n]*?(?<![\w.])(rnorm|runif|rbinom|rpois|sample|randn?|randi)\(/m;

/** That the text reads its data or draws them, where it has no values itself. */
export function readsElsewhere({ segments, languageId = '' }: TextSource): LensError | undefined {
  const owner = ownEntry(GENERATORS, languageId);
  const drawn = owner && segments.map(({ text }) => RANDOM.exec(text)?.[1]).find((each) => each !== undefined);
  if (owner && drawn) return drawsRandom(drawn, owner);
  if (arraysOnly(languageId) === undefined) return undefined;
  const name = segments.map(({ text }) => READER.exec(plainCode(text))?.[1]).find((each) => each !== undefined);
  return name === undefined ? undefined : readsData(name);
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
