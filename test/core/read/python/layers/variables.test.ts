/** Arrays that JAX and TensorFlow change through `at` and `assign`. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';

const numbersOf = (text: string, name: string): number[] =>
  Array.from(evaluatePython(text).arrays.find((array) => array.name === name)!.array.data);

describe('JAX: x.at[index] gives a changed copy', () => {
  const text = 'import jax.numpy as jnp\nx = jnp.array([[1, 2, 3], [4, 5, 6]])\n';

  it.each([
    ['x.at[:, 1:].set(0)', [1, 0, 0, 4, 0, 0]],
    ['x.at[0, 1].add(10)', [1, 12, 3, 4, 5, 6]],
    ['x.at[1].multiply(jnp.array([2, 3, 4]))', [1, 2, 3, 8, 15, 24]],
  ])('%s', (code, expected) => {
    expect(numbersOf(`${text}y = ${code}\n`, 'y')).toEqual(expected);
    expect(numbersOf(`${text}y = ${code}\n`, 'x')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('arrays are float32 and int32', () => {
    const { arrays } = evaluatePython(`${text}y = jnp.zeros((2, 2))\n`);
    expect(arrays.map(({ dtype }) => dtype)).toEqual(['int32', 'float32']);
  });
});

describe('TensorFlow: variables are assigned to, also by element', () => {
  it('v[0, 1].assign and v[1:].assign', () => {
    const text = 'v = tf.Variable(tf.zeros((2, 3)))\nv[0, 1].assign(5.0)\nv[1:].assign(tf.ones((1, 3)))\n';
    expect(numbersOf(text, 'v')).toEqual([0, 5, 0, 1, 1, 1]);
  });

  it('tf.pad with CONSTANT and REFLECT', () => {
    const text = 'x = tf.constant([[1., 2.], [3., 4.]])\n';
    expect(numbersOf(`${text}y = tf.pad(x, [[0, 1], [1, 0]], "CONSTANT")\n`, 'y')).toEqual([0, 1, 2, 0, 3, 4, 0, 0, 0]);
    expect(numbersOf(`${text}y = tf.pad(x, [[0, 0], [1, 0]], mode="REFLECT")\n`, 'y')).toEqual([2, 1, 2, 4, 3, 4]);
  });
});
