"""The job of the funding benchmark, done with pandas as somebody who knows it would do it."""

import sys

import numpy as np
import pandas as pd

NATURES = ["aide en numéraire", "aide en nature", "aide en numéraire;aide en nature", "aide en nature;aide en numéraire"]


def luhn(texts):
    """Which texts are fourteen digits with a valid key; each distinct text is checked once."""
    codes, distinct = pd.factorize(texts)
    distinct = pd.Series(distinct)
    looks = distinct.str.fullmatch(r"\d{14}").to_numpy(dtype=bool)
    digits = distinct.where(looks, "0" * 14).str.encode("ascii").to_numpy().astype("S14")
    table = digits.view(np.uint8).reshape(-1, 14).astype(np.int64) - 48
    weighed = table.copy()
    weighed[:, ::2] *= 2
    weighed[weighed > 9] -= 9
    valid = looks & (weighed.sum(axis=1) % 10 == 0)
    numbers = table @ (10 ** np.arange(13, -1, -1, dtype=np.int64))
    return valid[codes], numbers[codes]


rows = pd.read_csv(
    sys.argv[1],
    dtype={"idAttribuant": str, "idBeneficiaire": str, "dateConvention": str, "montant": str, "nature": "category",
           "notificationUE": "category", "pourcentageSubvention": float},
    usecols=["idAttribuant", "dateConvention", "idBeneficiaire", "montant", "nature", "notificationUE",
             "pourcentageSubvention"],
    keep_default_na=False,
    na_values={"pourcentageSubvention": [""]},
)
funder_valid, funder = luhn(rows["idAttribuant"])
beneficiary_valid, beneficiary = luhn(rows["idBeneficiaire"])
dates = pd.to_datetime(rows["dateConvention"], format="%Y-%m-%d", errors="coerce")
amounts_valid = rows["montant"].str.fullmatch(r"-?\d+(\.\d{1,2})?").to_numpy(dtype=bool)
cents = np.rint(pd.to_numeric(rows["montant"], errors="coerce").fillna(0).to_numpy() * 100).astype(np.int64)
share = rows["pourcentageSubvention"].fillna(1).to_numpy()
valid = (
    funder_valid
    & beneficiary_valid
    & dates.notna().to_numpy()
    & amounts_valid
    & rows["nature"].isin(NATURES).to_numpy()
    & rows["notificationUE"].isin(["oui", "non"]).to_numpy()
    & (share > 0)
    & (share <= 1)
)
table = pd.DataFrame({
    "beneficiary": beneficiary, "year": dates.dt.year.fillna(0).astype(np.int64), "funder": funder, "cents": cents,
})[valid]
sums = table.groupby(["beneficiary", "year", "funder"], sort=False)["cents"].agg(["sum", "size"]).reset_index()
mixed = (sums["sum"] % 1_000_003) * (sums["beneficiary"] % 1_000_003 + sums["funder"] % 999_983 + sums["year"])
print(f"rows={len(table)} groups={len(sums)} cents={sums['sum'].sum()} mixed={mixed.sum()}")
