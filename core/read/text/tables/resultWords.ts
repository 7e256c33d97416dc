/** Whether the words above an array make it a result: "but I get", "the answer should be", "Expected output:". */
import { anyOf } from '../../../anyOf';

/** A result that a problem asks for is not the array below the question. */
export const ASKED =
  /\b(?:calculate|compute|find|determine|draw|derive)\b[^.\n:]{0,40}?\b(?:outputs?|results?|feature maps?)\b|\bwhat (?:is|are) the (?:outputs?|results?)\b|(?:\u6c42|\u8ba1\u7b97)[^\u3002\n]{0,8}(?:\u8f93\u51fa|\u7ed3\u679c)/gi;

/** In English, German, French, Spanish and Portuguese. */
const GIVES = anyOf(String.raw`
  gives? gave giving yield(?:s|ed|ing)? obtain(?:s|ed|ing)? return(?:s|ed|ing)? produc(?:es?|ed|ing) becomes? expect(?:ed)?
  results?\sin (?:i|we|you|it|and|but|then|only|just|to|am|are|i'm|instead|what)\s(?:\w+\s)?(?:gets?|got|getting|see)
  should\s(?:be|look) prints? outputs
  ergibt erhalten? erh\u00e4lt bekomm(?:e|en|t) liefert
  donne renvoie obtien[st] obtenons obtengo obtenemos obtiene obtuve resulta(?:n|do)? devuelve obtenho obtemos retorna (?:me|nos|se)\sda
`);
const RESULT = anyOf(String.raw`
  outputs? results? answers? solutions? (?:feature|output|activation)\smaps? convolved\s(?:image|matrix|feature)s?
  ergebnis(?:se)? ausgabe resultat r\u00e9sultat sortie salida resultado respuesta sa\u00edda
`);
const IS = anyOf(String.raw`
  is are was were be becomes? looks?\slike ist lautet sind w\u00e4re sein est sont serait es son ser\u00eda ser queda \u00e9
`);
/** Names of what is not a result. */
const OTHER = String.raw`kern|filt|weight|gewicht|pesos?\b|poids|input|image|imagen|bild\b|eingabe|entrada|entr\u00e9e|patch|bias|window|noyau|n\u00facleo`;
const REST = String.raw`(?:(?!${OTHER})[^.,;\n]){0,40}`;
const PREPOSITION = String.raw`(?<!\b(?:with|by|of|for|on|to|over|from|use|using|apply|mit|von|con|avec|de))`;
const END = String.raw`${REST}${PREPOSITION}[^\p{L}\d]*$`;
/** One clause. */
const CLAUSE = String.raw`(?:(?!\b(?:and|where|when|while|if|but|und|wenn|y|et)\b)[^.,;\n]){0,80}`;
const STATED = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${GIVES})|(?:${RESULT})\b${CLAUSE}(?<!\p{L})(?:${IS}))(?!\p{L})${END}`,
  'iu',
);
const HEADING = new RegExp(
  String.raw`^[^\p{L}]*(?:(?:the|my|your|our|this|final|basic|expected|correct|sample|actual|desired|wrong|current|resulting|erwartetes?|erwartete|el|la|le)\s+)*(?:${RESULT}|after(?:wards)?|to|para|nachher|después|après|depois)(?:\s(?:esperad[oa]|attendue?))?(?:\s*\([^()]*\))?[^\p{L}]*$`,
  'iu',
);
const CHINESE =
  /(?:\u8f93\u51fa|\u7ed3\u679c|\u7b54\u6848|\u5f97\u5230|\u5f97\u51fa|\u53d8\u6210|\u8fd4\u56de|\u5e94\u4e3a|\u5e94\u8be5\u662f)[^\u3002\uff0c,\n\u6838\u6ee4\u6743\u5165]{0,12}$/;

/** `words`: what is above the array, of which the last sentence counts. */
export function makeResult(words: string): boolean {
  const sentence = words
    .slice(-LONGEST)
    .replace(ASKED, ' ')
    .split(/[.!?]\s+(?=\S)|\u3002/)
    .at(-1)!;
  return STATED.test(sentence) || HEADING.test(sentence) || CHINESE.test(sentence);
}

/** Whether the words end with what a filter is applied to: "apply a 2x2 kernel to this matrix:". */
export function makeOperand(words: string): boolean {
  return OPERAND.test(words.slice(-LONGEST));
}

const OPERAND = new RegExp(
  String.raw`(?:\b(?:apply|applied|applying|aplic\w*|appliqu\w*|wende\w*)\b[^.\n]{0,60}\b(?:kernel|filt|convol|faltung)\p{L}*\b[^.\n]{0,60}?\b(?:to|auf|a|\u00e0)|\b(?:kernel|filter|convolution|conv)\b[^.\n]{0,60}(?<!based )\b(?:on|over|across))(?: (?:top of|the|this|my|a|an|following|given|die|diese[nrs]?|das|folgende[nrs]?|la|el|esta|este|siguiente|cette|matri\p{L}+|array|tensor|image|imagen|input|bild|\d+ ?[x\u00d7] ?\d+))*(?: an)?[^\p{L}\d]*$`,
  'iu',
);

/** Characters of words that count. */
const LONGEST = 300;
