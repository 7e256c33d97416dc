import numpy as np

# ping jun chi hua (average pooling)
def chi_hua(tu, he, bu):
    gao, kuan = tu.shape
    chu_gao = round((gao - he) / bu) + 1
    chu_kuan = int((kuan - he) / bu) + 1
    jieguo = np.zeros((chu_gao, chu_kuan))
    for hang in range(chu_gao):
        for lie in range(chu_kuan):
            kuai = tu[hang * bu: hang * bu + he, lie * bu: lie * bu + he]
            jieguo[hang, lie] = kuai.mean()
    return jieguo

np.random.seed(27)
tu = np.round(np.random.rand(5, 5) * 10)
print(chi_hua(tu, 2, 2))
tu = np.round(np.random.rand(7, 6) * 10)
print(chi_hua(tu, 3, 2))
print(chi_hua(tu, 2, 2))
