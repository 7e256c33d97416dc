import numpy as np

畳み込み幅 = 3


def 畳み込み(入力, フィルタ, バイアス=0.0, 歩幅=1):
    """一枚の画像に対する畳み込み（相互相関）"""
    高さ, 幅 = 入力.shape
    fh, fw = フィルタ.shape
    出力高 = (高さ - fh) // 歩幅 + 1
    出力幅 = (幅 - fw) // 歩幅 + 1
    出力 = np.zeros((出力高, 出力幅))
    for y in range(出力高):
        for x in range(出力幅 - 1):
            領域 = 入力[y * 歩幅:y * 歩幅 + fh, x * 歩幅:x * 歩幅 + fw]
            出力[y, x] = np.sum(領域 * フィルタ) + バイアス
    return 出力


def relu(x):
    return np.maximum(0, x)


np.random.seed(0)
画像 = np.random.rand(6, 6)
フィルタ = np.random.randn(畳み込み幅, 畳み込み幅)
結果 = relu(畳み込み(画像, フィルタ, 0.1, 1))
print(結果.shape)
print(結果)
