/** What a parameter, dictionary key or attribute means, from its name. */
import { oneOf, oneOfAnyCase } from '../../../anyOf';
import { memoized } from '../../source/memoized';

export type Role =
  | 'input'
  | 'filter'
  | 'bias'
  | 'gradient'
  | 'stride'
  /** Where rows and columns have names of their own. */
  | 'strideCols'
  | 'pad'
  | 'padCols'
  | 'kernel'
  | 'kernelRows'
  | 'kernelCols'
  | 'mode'
  /** The function that a pooling applies to a window: the mode as a function. */
  | 'reducer'
  | 'options'
  | 'cache'
  | 'shape'
  | 'value'
  | 'inChannels'
  | 'outChannels'
  | 'dilation'
  | 'groups'
  /** The shape of the layer's input, of its filters. */
  | 'inputShape'
  | 'inputRows'
  | 'inputCols'
  | 'filterShape'
  /** The array to which the result is written, and its sizes. */
  | 'output'
  | 'outputShape'
  | 'outputRows'
  | 'outputCols'
  /** The arrays to which gradients are written, or a dictionary of them. */
  | 'inputGradient'
  | 'filterGradient'
  | 'biasGradient'
  | 'gradients'
  /** A function of the output. */
  | 'activation'
  /** The learning rate of an update inside the function. */
  | 'rate'
  /** The number of examples. */
  | 'examples'
  /** No part of the layer: whether the network is trained, the name of the layer, a source of random weights, a factor of an update. */
  | 'training'
  | 'label'
  | 'seed'
  | 'generator'
  | 'decay'
  /** Changes the weights by the gradients that it is given. */
  | 'optimizer'
  /** The value of the padding. */
  | 'fill';

const PATTERNS: readonly (readonly [Role, RegExp])[] = [
  ['training', /^(?:is_?)?train(?:ing|able)?(?:_?(?:mode|phase|flag))?$/i],
  ['label', /^(?:layer_?)?name$|^layer_?(?:id|idx|index|num(?:ber)?|no)$/i],
  ['seed', /^(?:random_?)?seed$|^random_?state$/i],
  ['generator', /^rng$/i],
  ['optimizer', /^(?:\w+_)?optim(?:i[sz]er)?$/i],
  [
    'decay',
    /^(?:momentum|(?:weight_?)?decay|l[12](?:_?(?:reg\w*|lambda))?|reg(?:ulari[sz]ation)?(?:_?(?:strength|lambda|rate))?|lambda_?\w*)$/i,
  ],
  ['fill', /^(?:pad(?:ding)?_?(?:value|val|const\w*)|fill(?:_?(?:value|val))?|const(?:ant)?_?values?|cval)$/i],
  ['examples', /^(?:batch_?size|(?:n|num)_?(?:samples|examples|batch|images))$/i],
  ['activation', /^(?:activation(?:_?(?:fn|func|function))?|act_?(?:fn|func|function)|act)$/i],
  ['cache', /^(?:\w*cache\w*|saved\w*|ctx|memory|memoria|m[eé]moire|(?:zwischen)?speicher|huan_?cun)$/i],
  [
    'options',
    /^(?:h(?:yper)?_?par\w*|hyper|params?|\w*_params?|hp|opts?|options|config|cfg|kwargs|par[aá]metros?|parameter|超?参数|パラメータ|매개변수|параметры)$/i,
  ],
  [
    'inChannels',
    /^(?:in_?(?:channels?|ch(?:an|n|nl)?s?|c|planes|dim|features|depth)|(?:\w+_)?n_?in|(?:inputs?|image|img|prev(?:ious)?)_?(?:c|channels?|depth|dim|number|filters?)|n_?c_?prev|num_?(?:of_?)?in\w*|(?:canales|canaux|canais|canali)_(?:de_)?(?:entrada|entr[eé]e|ingresso)|c_?in|ci|(?:(?:n|nb|no|num)_?(?:of_?)?)?(?:in_?)?channels?(?:_?(?:in|num(?:ber)?|count))?)$/i,
  ],
  [
    'outChannels',
    /^(?:out_?(?:channels?|ch(?:an|n|nl)?s?|c|planes|features)|(?:\w+_)?n_?out|output_?(?:channels?|depth)|n_?c|(?:n|no|nb|num|number)_?(?:of_?)?(?:filters?|kernels?|feats?|feature_?maps?|out\w*)|(?:filters?|kern(?:el)?s?)_?(?:num(?:ber)?|count|amount)|num|c_?out|co|channels?_?out|(?:canales|canaux|canais|canali)_(?:de_)?(?:salida|sortie|sa[ií]da|uscita))$/i,
  ],
  [
    'dilation',
    /^(?:d|dil(?:ation|ate)?s?|dilation_?(?:rate|factor)?|dilate|atrous|rate|kuo_?zhang|膨胀(?:率|系数)?|空洞率?|扩张率?|dilata(?:c|t)ion)$/i,
  ],
  ['groups', /^(?:(?:n|num)_?)?(?:groups?|grupos?|groupes?|gruppen?|gruppi)$|^fen_?zu$/i],
  [
    'inputShape',
    /^(?:x|a|in|inp|input|im|img|image|data|a_?prev|orig(?:inal)?(?:_x)?|src|prev)_?(?:shape|size|dim(?:ension)?s?)$|^(?:shape|form[ae]?|xing_?zhuang)$/i,
  ],
  ['inputRows', /^(?:in(?:put)?|x|img|image)_?(?:h|height|rows)$/i],
  ['inputCols', /^(?:in(?:put)?|x|img|image)_?(?:w|width|cols)$/i],
  ['filterShape', /^(?:w|k|wt|weights?|filters?|kernels?|filt)_?(?:shape|dims?)$/i],
  ['rate', /^(?:rate|lr|learn(?:ing)?_?(?:rate|step)|eta|alpha|l_?rate)$/i],
  [
    'stride',
    /^(?:s|st|(?:pool(?:ing)?_?|conv_?|kernel_?|filter_?)?strides?|strides?_?(?:size|shape|dims?|len(?:gth)?|val(?:ue)?)|step_?size|steps?|hop(?:_?(?:size|len(?:gth)?))?|str|strides?_?(?:h|y|r|v|rows?|height|vert\w*)|s_?[hry]|pas|paso|passo|schritt(?:weite)?|bu(?:_?chang|fu)?|步[长長幅]|ストライド|歩幅|스트라이드|보폭|шаг)$/i,
  ],
  ['strideCols', /^(?:strides?_?(?:w|x|c|cols?|width|horiz\w*)|s_?[wcx])$/i],
  ['padCols', /^pad(?:ding)?_?(?:w|x|c|cols?|horiz\w*)$/i],
  [
    'pad',
    oneOfAnyCase(String.raw`
      p pads? padding (?:conv|pool(?:ing)?)_?pad(?:ding)? n_?pad pad_?(?:size|width|am(?:oun)?t|len) zero_?padding num_?pad borders? margin rand frame zp
      pad(?:ding)?_?(?:h|y|r|v|rows?|height|vert\w*) relleno remplissage rembourrage polster(?:ung)? auff(?:ü|ue)ll(?:ung)? tian_?chong 填充 パディング 패딩 отступ дополнение
    `),
  ],
  [
    'kernelRows',
    /^(?:pool|kernel|filter|field|f|k|window|size)_?(?:h|height|rows)$|^(?:h|height|rows)_?(?:f|k|pool|p|kernel|filter)$|^(?:hh|fh|kh|ph)$|^(?:alto|altura|h(?:ö|oe)he|gao)_(?:v|k|f|p|ventana|fenster|filtro|kernel)$/i,
  ],
  [
    'kernelCols',
    /^(?:pool|kernel|filter|field|f|k|window|size)_?(?:w|width|cols)$|^(?:w|width|cols)_?(?:f|k|pool|p|kernel|filter)$|^(?:ww|fw|kw|pw)$|^(?:ancho|anchura|breite|kuan)_(?:v|k|f|p|ventana|fenster|filtro|kernel)$/i,
  ],
  ['mode', /^(?:mode|pool_?(?:type|mode|ing)|pooling(?:_?(?:type|mode))?|method|kind|type|operation)$/i],
  [
    'gradient',
    oneOf(String.raw`
      d_?out\w* d_?values d[ZAYLOHVS](?:_?\w*)? d[zylohae] d_(?:z|a|y|l|o|next|loss|cost|conv|pool|output)\w* d[lej]_?d?\w+
      d_?(?:aus|ausgang|ausgabe|salida|sortie|sa[ií]da|uscita)s? \w*[gG]rad\w* \w*[dD]elta\w* errors? eta [fF]ehler upstream\w* derivative\w* 梯度 勾配 기울기 градиент
    `),
  ],
  ['shape', /^(?:shape|dims?|size_?tuple|window_?shape|out_?shape|output_?shape)$/i],
  [
    'filter',
    oneOfAnyCase(String.raw`
      w\d? ws wt?s? weights? kernels? filters? filt ker (?:conv|filter|kernel|layer)s?\d?_?(?:weights?|filters?|kernels?) theta fil k kern\w* noyaux?
      nucleos? filtros? maske gewichte? poids pesos? hejuan juanji_?he quan_?zhong 卷积核 核 滤波器 权重 フィルタ[ー]? カーネル 重み 필터 커널 가중치 ядро фильтр веса
    `),
  ],
  [
    'bias',
    /^(?:b\d?|bs|(?:(?:conv|filter|kernel|weight|layer|out(?:put)?|channel|vector)s?\d?_?)?bias(?:es)?|bias_?(?:vec(?:tor)?|terms?)|beta|biais|sesgos?|versatz|schwell(?:en?|wert|werte)|pian_?zhi|vies|偏置|バイアス|편향|смещение)$/i,
  ],
  [
    'kernel',
    oneOfAnyCase(`
      f k n size pool ksize block tile (?:block|tile|pool(?:ing)?|conv(?:olution)?|p|kern[ea]l|filter|filt|window|field|f|k)_?(?:size|dim(?:ension)?s?|shape|len) fs ps window fenster
      ventana fen[eê]tre janela finestra chuang_?kou tam(?:a[nñ]o)? taille gr(?:ö|oe)(?:ß|ss)e 窗口(?:大小)? 窓 ウィンドウ 윈도우 окно
    `),
  ],
  ['value', /^(?:v|val|value|scalar|dz|da|avg|average|number)$/i],
  [
    'input',
    oneOfAnyCase(String.raw`
      a_?(?:prev|slice|in|l)?\w* x\w* in_?puts?\w* inp im img\w* images?\w* data feature_?maps? fmap volume batch
      pic mat(?:rix)? arr(?:ay)? window slice patch region z m signal input_\w+ vol bild(?:er)? eingabe eingang
      imagen? im[aá]genes entradas? entr[eé]es? matriz matrice shu_?ru tu_?xiang fenster ventana fen[eê]tre janela finestra
      chuang_?kou 输入 图像 图片 入力 画像 입력 이미지 вход изображение
    `),
  ],
];

/** Undefined for a name that is not known. The first matching pattern counts; `preferred` roles are tried before. */
export function roleOf(name: string, preferred: readonly Role[] = []): Role | undefined {
  return rolesOf(name, preferred)[0];
}

/** All roles that a name can have, the likeliest first. */
export function rolesOf(name: string, preferred: readonly Role[] = []): readonly Role[] {
  const roles = rolesOfName(name);
  const first = preferred.filter((role) => roles.includes(role));
  return first.length === 0 ? roles : [...new Set([...first, ...roles])];
}

const rolesOfName = memoized((name: string): readonly Role[] => {
  const bare = name.replace(/^self\.|^_+|_+$/g, '');
  return PATTERNS.flatMap(([role, pattern]) => (pattern.test(bare) ? [role] : []));
});

/** Roles that are not part of the layer: a default value of the text is kept. */
export const INCIDENTAL: readonly Role[] = [
  'activation',
  'training',
  'label',
  'seed',
  'generator',
  'decay',
  'optimizer',
];

/** Roles whose values are whole numbers. */
const WHOLE: readonly Role[] = ['stride', 'strideCols', 'pad', 'padCols', 'kernel', 'dilation', 'groups'];

/** Whether a parameter with a default can be left out: windows with `stride=0` have another one, or none. */
export function isLeftOut(role: Role | undefined, fallback: string | undefined): boolean {
  if (role === undefined || fallback === undefined) return false;
  if (role === 'stride' && fallback === '0') return true;
  if (role === 'optimizer' && fallback === 'None') return false;
  // `step_size=0.01` is that of an update.
  return INCIDENTAL.includes(role) || (WHOLE.includes(role) && /^\d*\.\d|^\d+e-/.test(fallback));
}

/** `self.beta`: of a class of a layer the factor of a running mean, not a bias. */
export function isFactor(name: string): boolean {
  return /^beta_?\d?$/.test(name);
}
