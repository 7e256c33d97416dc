/** Classes whose methods, attributes and parameters have German or Chinese names. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const GERMAN = `import numpy as np

class Faltungsschicht:
    def __init__(self, anzahl, kanaele, groesse, schrittweite=1, polster=0):
        self.groesse, self.schrittweite, self.polster = groesse, schrittweite, polster
        self.filter = np.random.uniform(-0.3, 0.3, (groesse, groesse, kanaele, anzahl))
        self.schwelle = np.zeros(anzahl)

    def vor(self, x):
        p, g, s = self.polster, self.groesse, self.schrittweite
        self.form = x.shape
        self.x_p = np.pad(x, ((p, p), (p, p), (0, 0)))
        aus = np.zeros(((self.x_p.shape[0] - g) // s + 1, (self.x_p.shape[1] - g) // s + 1, len(self.schwelle)))
        for i, j in np.ndindex(*aus.shape[:2]):
            aus[i, j] = np.tensordot(self.x_p[i * s:i * s + g, j * s:j * s + g], self.filter, 3) + self.schwelle
        return aus

    def zurueck(self, fehler):
        p, g, s = self.polster, self.groesse, self.schrittweite
        self.d_filter, self.d_schwelle = np.zeros(self.filter.shape), np.zeros(self.schwelle.shape)
        d_x = np.zeros(self.x_p.shape)
        for i, j in np.ndindex(*fehler.shape[:2]):
            self.d_filter += self.x_p[i * s:i * s + g, j * s:j * s + g][..., None] * fehler[i, j]
            self.d_schwelle += fehler[i, j]
            d_x[i * s:i * s + g, j * s:j * s + g] += self.filter.dot(fehler[i, j])
        return d_x[p:p + self.form[0], p:p + self.form[1]]

schicht = Faltungsschicht(3, 1, 3, polster=1)
schicht.zurueck(schicht.vor(np.random.rand(6, 5, 1)))
`;

const CHINESE = `import numpy as np

class 卷积层:
    def __init__(self, 参数, 步长=1, 填充=0):
        self.参数, self.步长, self.填充 = 参数, 步长, 填充
        self.梯度 = {}

    def 前向(self, x):
        W, b = self.参数["W"], self.参数["b"]
        s, p = self.步长, self.填充
        n, k = W.shape[0], W.shape[2]
        self.x, self.缓存 = x, np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        rows, cols = (self.缓存.shape[2] - k) // s + 1, (self.缓存.shape[3] - k) // s + 1
        out = np.zeros((len(x), n, rows, cols))
        for i, j in np.ndindex(rows, cols):
            window = self.缓存[:, :, i * s:i * s + k, j * s:j * s + k]
            out[:, :, i, j] = np.tensordot(window, W, ((1, 2, 3), (1, 2, 3))) + b
        return out

    def 反向(self, dy):
        W, s, p = self.参数["W"], self.步长, self.填充
        k = W.shape[2]
        dW, dx = np.zeros(W.shape), np.zeros(self.缓存.shape)
        for i, j in np.ndindex(*dy.shape[2:]):
            window = self.缓存[:, :, i * s:i * s + k, j * s:j * s + k]
            dW += np.tensordot(dy[:, :, i, j], window, ((0,), (0,)))
            dx[:, :, i * s:i * s + k, j * s:j * s + k] += np.tensordot(dy[:, :, i, j], W, 1)
        self.梯度["W"], self.梯度["b"] = dW, dy.sum(axis=(0, 2, 3))
        return dx[:, :, p:p + self.x.shape[2], p:p + self.x.shape[3]]

层 = 卷积层({"W": np.random.randn(2, 3, 3, 3), "b": np.zeros(2)}, 步长=2, 填充=1)
层.反向(层.前向(np.random.randn(2, 3, 6, 5)))
`;

it.each([
  ['German', GERMAN],
  ['Chinese', CHINESE],
])('%s: both methods agree', (_, source) => {
  expect(checkCode(source)).toMatchObject([
    { operation: 'conv_forward', agrees: true, unseen: [], mistakes: [] },
    { operation: 'conv_backward', agrees: true, unseen: [], mistakes: [] },
  ]);
});

it('a mistake is named by the names of the text', () => {
  const [check] = checkCode(CHINESE.replace('window = self.缓存[:, :, i * s:', 'window = self.缓存[:, :, i:'));
  expect(check!.mistakes).toMatchObject([{ line: 16, verified: true, repaired: CHINESE }]);
});
