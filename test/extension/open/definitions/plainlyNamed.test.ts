/** Two functions whose names mean no layer: at each call, and in each body, the layer of that function is meant, or none. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

/** Programs with the functions `over` and `thin`; `TERM` is replaced by what `over` sums: a product, or a difference. */
const PROGRAMS: Readonly<Record<string, readonly [text: string, product: string, difference: string]>> = {
  matlab: [
    `x = [1 2 3 4; 5 6 7 8; 9 10 11 12; 13 14 15 17];
k = [1 0; 2 -1];
y = over(x, k);
z = thin(x);

function r = over(a, b)
  r = zeros(3, 3);
  for i = 1:3
    for j = 1:3
      r(i,j) = sum(sum(TERM));
    end
  end
end

function r = thin(a)
  r = zeros(2, 2);
  for p = 1:2
    for q = 1:2
      r(p,q) = max(max(a(2*p-1:2*p, 2*q-1:2*q)));
    end
  end
end
`,
    'a(i:i+1, j:j+1) .* b',
    'abs(a(i:i+1, j:j+1) - b)',
  ],
  r: [
    `over <- function(a, b) {
  r <- matrix(0, 3, 3)
  for (i in 1:3) for (j in 1:3) r[i,j] <- sum(TERM)
  r
}
thin <- function(a) {
  r <- matrix(0, 2, 2)
  for (p in 1:2) for (q in 1:2) r[p,q] <- max(a[(2*p-1):(2*p), (2*q-1):(2*q)])
  r
}
x <- matrix(1:16, 4, 4)
k <- matrix(c(1, 0, 2, -1), 2, 2)
y <- over(x, k)
z <- thin(x)
`,
    'a[i:(i+1), j:(j+1)] * b',
    'abs(a[i:(i+1), j:(j+1)] - b)',
  ],
  javascript: [
    `function over(a, b) {
  const r = [];
  for (let i = 0; i < 3; i++) {
    const row = [];
    for (let j = 0; j < 3; j++) {
      let s = 0;
      for (let m = 0; m < 2; m++) for (let n = 0; n < 2; n++) s += TERM;
      row.push(s);
    }
    r.push(row);
  }
  return r;
}
function thin(a) {
  const r = [];
  for (let p = 0; p < 4; p += 2) {
    const row = [];
    for (let q = 0; q < 4; q += 2) row.push(Math.max(a[p][q], a[p][q + 1], a[p + 1][q], a[p + 1][q + 1]));
    r.push(row);
  }
  return r;
}
const x = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 17]];
const k = [[1, 0], [2, -1]];
const y = over(x, k);
const z = thin(x);
`,
    'a[i + m][j + n] * b[m][n]',
    'Math.abs(a[i + m][j + n] - b[m][n])',
  ],
  cpp: [
    `#include <vector>
using Rows = std::vector<std::vector<double>>;
Rows over(const Rows& a, const Rows& b) {
  Rows r(3, std::vector<double>(3, 0.0));
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      for (int m = 0; m < 2; m++)
        for (int n = 0; n < 2; n++) r[i][j] += TERM;
  return r;
}
Rows thin(const Rows& a) {
  Rows r(2, std::vector<double>(2, 0.0));
  for (int p = 0; p < 2; p++)
    for (int q = 0; q < 2; q++) {
      double best = a[2 * p][2 * q];
      for (int m = 0; m < 2; m++)
        for (int n = 0; n < 2; n++) best = std::max(best, a[2 * p + m][2 * q + n]);
      r[p][q] = best;
    }
  return r;
}
int main() {
  Rows x = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}, {13, 14, 15, 17}};
  Rows k = {{1, 0}, {2, -1}};
  Rows y = over(x, k);
  Rows z = thin(x);
  return 0;
}
`,
    'a[i + m][j + n] * b[m][n]',
    '(a[i + m][j + n] - b[m][n]) * (a[i + m][j + n] - b[m][n])',
  ],
  python: [
    `import numpy as np
def over(a, b):
    r = np.zeros((3, 3))
    for i in range(3):
        for j in range(3):
            r[i, j] = (TERM).sum()
    return r

def thin(a):
    r = np.zeros((2, 2))
    for p in range(2):
        for q in range(2):
            r[p, q] = a[2*p:2*p+2, 2*q:2*q+2].max()
    return r

x = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 17]])
k = np.array([[1, 0], [2, -1]])
y = over(x, k)
z = thin(x)
`,
    'a[i:i+2, j:j+2] * b',
    'abs(a[i:i+2, j:j+2] - b)',
  ],
};

const at = (languageId: string, text: string, place: RegExp) =>
  openText({ text, languageId, cursor: text.search(place) });

describe.each(Object.entries(PROGRAMS))('%s', (languageId, [text, product, difference]) => {
  const computed = text.replace('TERM', product);
  const other = text.replace('TERM', difference);

  it.each([
    ['conv_forward', /over\(x/],
    ['pool_forward', /thin\(x/],
    ['conv_forward', /for .*\bi\b/],
    ['pool_forward', /for .*\bp\b/],
  ])('%s at %s', (operation, place) => {
    expect(at(languageId, computed, place)).toMatchObject({ kind: 'layer', operation });
  });

  it('no layer at the call of a function that computes none', () => {
    expect(at(languageId, other, /over\(x/)).toMatchObject({
      kind: 'refused',
      message: 'what over of the text computes was not recognised as a layer',
    });
    expect(at(languageId, other, /for .*\bi\b/)).not.toMatchObject({ kind: 'layer' });
    expect(at(languageId, other, /thin\(x/)).toMatchObject({ kind: 'layer', operation: 'pool_forward' });
  });

  it('the last layer of the whole text', () => {
    expect(openText({ text: computed, languageId })).toMatchObject({ kind: 'layer', operation: 'pool_forward' });
  });
});

const OBJECTS = `import numpy as np
class Thin:
    def __init__(self, step):
        self.step = step
    def __call__(self, rows):
        a = np.array(rows)
        n = a.shape[0] // self.step
        r = np.zeros((n, n))
        for i in range(n):
            for j in range(n):
                p, q = i * self.step, j * self.step
                r[i, j] = a[p:p+2, q:q+2].max()
        return r

thin = Thin(2)
first = thin([[1, 2, 3, 4], [5, 6, 7, 8], [9, 8, 7, 6], [5, 4, 3, 2]])
thin = Thin(3)
second = thin([[1, 12, 14], [5, 10, 0], [0, 1, 2]])
`;

describe('objects', () => {
  it('of one class: a call without a layer does not mean another call of the class', () => {
    expect(at('python', OBJECTS, /first =/)).toMatchObject({ kind: 'layer', roles: { x: { shape: [1, 4, 4, 1] } } });
    expect(at('python', OBJECTS, /second =/)).not.toMatchObject({
      kind: 'layer',
      roles: { x: { shape: [1, 4, 4, 1] } },
    });
  });

  it.each([
    ['conv_forward', /this\.n = k/],
    ['conv_forward', /Slider slider/],
    ['conv_forward', /slider\.apply/],
    ['pool_forward', /this\.s = s/],
    ['pool_forward', /Thinner thinner/],
    ['pool_forward', /thinner\.apply/],
  ])('of two classes of Java: %s at %s', (operation, place) => {
    expect(at('java', CLASSES, place)).toMatchObject({ kind: 'layer', operation });
  });
});

const CLASSES = `public class Demo {
  static class Slider {
    private final double[][] k;
    private final int n;
    Slider(double[][] k) {
      this.k = k;
      this.n = k.length;
    }
    double[][] apply(double[][] a) {
      int m = a.length - n + 1;
      double[][] r = new double[m][m];
      for (int i = 0; i < m; i++)
        for (int j = 0; j < m; j++)
          for (int p = 0; p < n; p++)
            for (int q = 0; q < n; q++) r[i][j] += a[i + p][j + q] * k[p][q];
      return r;
    }
  }
  static class Thinner {
    private final int s;
    Thinner(int s) {
      this.s = s;
    }
    double[][] apply(double[][] a) {
      int m = a.length / s;
      double[][] r = new double[m][m];
      for (int i = 0; i < m; i++)
        for (int j = 0; j < m; j++) {
          double best = a[i * s][j * s];
          for (int p = 0; p < s; p++)
            for (int q = 0; q < s; q++) best = Math.max(best, a[i * s + p][j * s + q]);
          r[i][j] = best;
        }
      return r;
    }
  }
  public static void main(String[] args) {
    double[][] x = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}, {13, 14, 15, 17}};
    Slider slider = new Slider(new double[][] {{1, 0}, {2, -1}});
    Thinner thinner = new Thinner(2);
    double[][] y = slider.apply(x);
    double[][] z = thinner.apply(x);
    System.out.println(y[0][0] + z[0][0]);
  }
}
`;
