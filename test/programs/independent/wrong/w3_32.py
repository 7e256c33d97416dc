def maxpool2d(matrice, taille, pas):
    # matrice : liste de listes ; taille : côté de la fenêtre ; pas : stride
    lignes, colonnes = len(matrice), len(matrice[0])
    resultat = []
    for i in range(0, lignes - taille + 1, pas):
        ligne = []
        for j in range(0, colonnes - taille + 1, taille):
            fenetre = [matrice[i + a][j + b] for a in range(taille) for b in range(taille)]
            ligne.append(max(fenetre))
        resultat.append(ligne)
    return resultat

m = [[5, 1, 3, 4, 2], [8, 2, 9, 2, 7], [1, 3, 3, 9, 0], [4, 0, 6, 2, 5], [7, 8, 1, 0, 3]]
print(maxpool2d(m, 2, 1))
print(maxpool2d(m, 3, 2))
