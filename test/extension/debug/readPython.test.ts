/** Python variables under the real Python and NumPy: exact values, nothing printed, nothing left behind. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import { pythonWith } from '../../core/step/shared/runPython';
import { control } from './control';
import { PythonFrame } from './PythonFrame';

const numpy = pythonWith('numpy');
const plain = pythonWith('sys');

async function read(frame: PythonFrame, chain: string, options = {}) {
  const [first] = await readVariable(frame, chain, control(options));
  return first!;
}

describe.skipIf(!plain)('plain Python, without NumPy', () => {
  let frame: PythonFrame;
  beforeAll(() => (frame = new PythonFrame(plain!)));
  afterAll(() => frame.close());
  afterEach(() => expect(frame.printed).toBe(''));

  it('a nested list, with names shadowed by the program', async () => {
    await frame.run(
      'len = list = tuple = str = float = isinstance = getattr = 0\nx = [[1, 2.5, -3], [True, float, 1e300]]',
    );
    const { name, array } = await read(frame, 'x');
    expect(name).toBe('x');
    expect(array).toEqual({ shape: [2, 3], data: Float64Array.of(1, 2.5, -3, 1, 0, 1e300) });
  });

  it('NaN, infinities and −0', async () => {
    await frame.run(
      "x = (float.fromhex('nan'), -float.fromhex('inf'), -0.0) if False else None\nimport math\nx = (math.nan, -math.inf, -0.0)",
    );
    expect((await read(frame, 'x')).array.data).toEqual(Float64Array.of(NaN, -Infinity, -0));
  });

  it('dictionaries and attributes along the chain', async () => {
    await frame.run("class C: pass\nc = C(); c.params = {'W1': [[1, 2]], 'a b': [5]}");
    expect(await read(frame, 'c.params["W1"]')).toMatchObject({ name: 'W1', array: { shape: [1, 2] } });
    expect((await read(frame, "c.params['a b']")).array.shape).toEqual([1]);
  });

  it('array.array, range, bytes, an empty list and a number', async () => {
    await frame.run("import array\na = array.array('h', [1, -2])\nr = range(3)\nb = b'\\x01\\xff'\ne = []\nn = 7.25");
    expect((await read(frame, 'a')).array.data).toEqual(Float64Array.of(1, -2));
    expect((await read(frame, 'r')).array.data).toEqual(Float64Array.of(0, 1, 2));
    expect((await read(frame, 'b')).array.data).toEqual(Float64Array.of(1, 255));
    expect((await read(frame, 'e')).array).toEqual({ shape: [0], data: new Float64Array(0) });
    expect((await read(frame, 'n')).array).toEqual({ shape: [], data: Float64Array.of(7.25) });
  });

  it.each([
    ['[[1, 2], [3]]', /ragged.*\(2, 2\)/],
    ['[[1, 2], 3]', /ragged/],
    ['[1, [2]]', /ragged/],
    ["['a', 'b']", /must be real number, not str/],
    ["{'a': 1}", /of type dict/],
    ['print', /of type builtin_function/],
  ])('%s is refused with a reason', async (code, reason) => {
    await frame.run(`bad = ${code}`);
    await expect(read(frame, 'bad')).rejects.toThrow(reason);
  });

  it('a name that is not there is refused in Python’s words', async () => {
    await expect(read(frame, 'nowhere')).rejects.toThrow(
      "nowhere cannot be read: NameError: name 'nowhere' is not defined",
    );
  });

  it('a list over the limit is refused before it is read', async () => {
    await frame.run('big = [[0.0] * 1000] * 1000');
    frame.asked.length = 0;
    await expect(read(frame, 'big', { maxElements: 999_999 })).rejects.toThrow(
      'big (1000, 1000) holds 1000000 numbers, more than the limit of 999999',
    );
    expect(frame.asked).toHaveLength(1);
  });

  it('a long list comes in slices and can be cancelled between them', async () => {
    await frame.run('long = [[k, k + 0.5] for k in range(150000)]');
    const reports: number[] = [];
    const { array } = await read(frame, 'long', { report: (done: number) => void reports.push(done) });
    expect(array.shape).toEqual([150000, 2]);
    expect([array.data[0], array.data[299998], array.data[299999]]).toEqual([0, 149999, 149999.5]);
    expect(reports.length).toBeGreaterThan(2);
    expect(reports.at(-1)).toBe(1);
    let asked = 0;
    const check = () => {
      if (asked++ === 2) throw new Error('cancelled');
    };
    await expect(read(frame, 'long', { check })).rejects.toThrow('cancelled');
  });

  it('leaves no name and no NumPy in the program', async () => {
    await frame.run('before = sorted(globals())');
    await read(frame, 'r');
    await frame.run(
      'import sys\nassert "numpy" not in sys.modules\nassert set(globals()) - set(before) <= {"before", "sys"}',
    );
  });

  it('sends nothing unless it is an access chain', async () => {
    frame.asked.length = 0;
    await expect(read(frame, 'exec("1")')).rejects.toThrow('only such are asked of a debugger');
    expect(frame.asked).toEqual([]);
  });
});

describe.skipIf(!numpy)('NumPy', () => {
  let frame: PythonFrame;
  beforeAll(async () => {
    frame = new PythonFrame(numpy!);
    await frame.run('import numpy as np\nnp.random.seed(1)\nA_prev = np.random.randn(2, 5, 7, 4)');
  });
  afterAll(() => frame.close());
  afterEach(() => expect(frame.printed).toBe(''));

  it('float64 of four axes, bit for bit', async () => {
    const { name, array, dtype, notation } = await read(frame, 'A_prev');
    expect([name, dtype, notation, array.shape]).toEqual(['A_prev', 'float64', 'numpy', [2, 5, 7, 4]]);
    const last = await frame.evaluate('A_prev[1, 4, 6, 3].hex()');
    await frame.run('import struct');
    const bytes = await frame.evaluate('struct.pack(">d", A_prev[1, 4, 6, 3]).hex()');
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, array.data.at(-1)!);
    expect(bytes.result.slice(1, -1), last.result).toBe(view.getBigUint64(0).toString(16));
  });

  it('float32 stays float32; views, transposes and big-endian arrays come in C order', async () => {
    await frame.run(
      "a = np.arange(6, dtype='f4').reshape(2, 3)\nt = a.T\ns = a[:, ::-2]\nbig = a.astype('>f8')\nf = np.asfortranarray(a)",
    );
    expect((await read(frame, 'a')).array).toEqual({ shape: [2, 3], data: Float32Array.of(0, 1, 2, 3, 4, 5) });
    expect((await read(frame, 't')).array.data).toEqual(Float32Array.of(0, 3, 1, 4, 2, 5));
    expect((await read(frame, 's')).array).toEqual({ shape: [2, 2], data: Float32Array.of(2, 0, 5, 3) });
    expect((await read(frame, 'big')).array.data).toEqual(Float64Array.of(0, 1, 2, 3, 4, 5));
    expect((await read(frame, 'f')).array.data).toEqual(Float32Array.of(0, 1, 2, 3, 4, 5));
    expect((await read(frame, 'a.T[1:, :1]')).array).toEqual({ shape: [2, 1], data: Float32Array.of(1, 2) });
  });

  it.each(['bool', 'int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64', 'float16', 'object'])(
    '%s',
    async (dtype) => {
      await frame.run(`typed = np.array([[0, 1], [1, 1]], dtype='${dtype}')`);
      expect(await read(frame, 'typed')).toMatchObject({ dtype, array: { shape: [2, 2] } });
      expect([...(await read(frame, 'typed')).array.data]).toEqual([0, 1, 1, 1]);
    },
  );

  it('a memmap is read and stays open for reading only: its file is as it was', async () => {
    await frame.run(
      "import os, tempfile\npath = os.path.join(tempfile.mkdtemp(), 'x.bin')\n" +
        "np.arange(6, dtype='f4').tofile(path)\nmapped = np.memmap(path, dtype='f4', mode='r', shape=(2, 3))\n" +
        'stamp = os.stat(path).st_mtime_ns',
    );
    expect(await read(frame, 'mapped')).toMatchObject({
      name: 'mapped',
      dtype: 'float32',
      array: { shape: [2, 3], data: Float32Array.of(0, 1, 2, 3, 4, 5) },
    });
    const unchanged = 'os.stat(path).st_mtime_ns == stamp and mapped.mode == "r" and not mapped._mmap.closed';
    expect((await frame.evaluate(unchanged)).result).toBe('True');
    await frame.run('del mapped\nos.remove(path)\nos.rmdir(os.path.dirname(path))');
  });

  it('long doubles come as float64', async () => {
    await frame.run('long_double = np.array([0.5, 2], dtype=np.longdouble)');
    expect((await read(frame, 'long_double')).array.data).toEqual(Float64Array.of(0.5, 2));
  });

  it('0-d arrays, scalars, empty arrays, matrices, masked arrays, lists of arrays', async () => {
    await frame.run(
      'z = np.array(5.5)\nq = np.float32(0.1)\nempty = np.zeros((0, 3))\nm = np.matrix([[1, 2], [3, 4]])',
    );
    await frame.run(
      'masked = np.ma.array([1.0, 2.0, 3.0], mask=[0, 1, 0])\nmixed = [np.ones((2, 2)), np.zeros((2, 2))]',
    );
    expect((await read(frame, 'z')).array).toEqual({ shape: [], data: Float64Array.of(5.5) });
    expect((await read(frame, 'q')).array.data).toEqual(Float32Array.of(0.1));
    expect((await read(frame, 'empty')).array).toEqual({ shape: [0, 3], data: new Float64Array(0) });
    expect((await read(frame, 'm')).array).toEqual({ shape: [2, 2], data: Float64Array.of(1, 2, 3, 4) });
    expect((await read(frame, 'masked')).array.data).toEqual(Float64Array.of(1, NaN, 3));
    expect((await read(frame, 'mixed')).array).toEqual({
      shape: [2, 2, 2],
      data: Float64Array.of(1, 1, 1, 1, 0, 0, 0, 0),
    });
  });

  it.each([
    ['np.array([1j, 2])', /complex128, which are not real numbers/],
    ["np.array(['a'])", /<?U?.*str.*not real numbers/],
    ["np.array(['2020-01-01'], dtype='M8[D]')", /datetime64\[D\], which are not/],
    ['np.array([{}, None])', /cannot be read/],
    ['np.ndarray', /of type type/],
  ])('%s is refused', async (code, reason) => {
    await frame.run(`bad = ${code}`);
    await expect(read(frame, 'bad')).rejects.toThrow(reason);
  });

  it('3e5 numbers in slices, and in smaller slices where the debugger cuts long strings', async () => {
    await frame.run('large = np.arange(3e5).reshape(300, 1000)');
    frame.asked.length = 0;
    const whole = await read(frame, 'large');
    const slices = frame.asked.length;
    expect(slices).toBeGreaterThan(3);
    frame.longest = 65_540;
    frame.asked.length = 0;
    const small = await read(frame, 'large');
    frame.longest = Infinity;
    expect(frame.asked.length).toBeGreaterThan(slices);
    expect(small.array.data).toEqual(whole.array.data);
    expect(whole.array.data[299_999]).toBe(299_999);
  });

  it('a debugger that truncates every answer is refused', async () => {
    frame.longest = 60;
    await expect(read(frame, 'A_prev')).rejects.toThrow(/cuts the values of A_prev short/);
    frame.longest = Infinity;
  });
});
