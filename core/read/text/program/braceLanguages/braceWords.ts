/** Words of C-like languages. */
import { oneOf } from '../../../../anyOf';

export const BRACE_MODIFIERS = oneOf(`
  const mut pub override fileprivate static final public private protected internal inline constexpr extern volatile
  unsigned signed export async readonly register struct
`);
/** Also before the members of classes. */
export const MEMBER_MODIFIERS = oneOf(`
  const mut pub override fileprivate static final public private protected internal inline constexpr extern volatile
  export async readonly abstract sealed open lateinit virtual explicit mutating convenience required friend func fun fn
  let var val get suspend
`);
export const CLASS_WORDS = /^(?:class|struct|record|impl|extension)$/;
/** What has functions of its own and no objects. */
export const CONTAINER_WORDS = /^(?:object|namespace|mod|enum)$/;
export const BRACE_KEYWORDS = /^(?:let|var|auto|val|const)$/;
export const BRACE_CONTROL = oneOf(`
  for while if else return break continue switch do case default try throw goto delete using namespace import
  package template class interface new await typedef enum function func fn fun as in
`);
export const WHOLE_TYPES = /^(?:int|long|short|char|byte|size_t|u?int\d*_t|uint\d*|Int|Long|usize|[iu]\d+)$/;
export const MAIN_NAMES = /^(?:main|Main|Test\w*|test\w*|it|describe|TEST\w*)$/;
/** Calls that only show or check something. */
export const SHOW_CALLS = oneOf(String.raw`
  printf fprintf puts putchar putc fputc fputs fflush cout cerr console System Console fmt print println log assert\w* expect\w* EXPECT\w* ASSERT\w*
  free srand scanf t require log\w* Log Debug LOG\w* _?\w*[lL]ogger spdlog NSLog os_log debugPrint
`);
