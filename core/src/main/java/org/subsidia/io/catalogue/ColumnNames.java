package org.subsidia.io.catalogue;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.subsidia.catalogue.CatalogueRow;

/** What columns are called: their names in any spelling of capitals, accents and separators, and French words for them. */
final class ColumnNames {
    private static final Map<String, String> NAMES = names();

    private ColumnNames() {}

    static Optional<String> find(String written) {
        return Optional.ofNullable(NAMES.get(key(written)));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>(Map.ofEntries(
                Map.entry("identifiant", "id"),
                Map.entry("nom", "name"),
                Map.entry("intitule", "name"),
                Map.entry("nature", "kind"),
                Map.entry("fonds", "fund"),
                Map.entry("cci", "code"),
                Map.entry("financeur", "funder"),
                Map.entry("debut", "from"),
                Map.entry("fin", "to"),
                Map.entry("taux", "rate"),
                Map.entry("valeurs", "values"),
                Map.entry("etat", "state"),
                Map.entry("ouverture", "opens"),
                Map.entry("predepot", "preDeposit"),
                Map.entry("releves", "cutOffs"),
                Map.entry("cloture", "closes"),
                Map.entry("recurrence", "recurrence"),
                Map.entry("montantminimum", "minimum"),
                Map.entry("montantmaximum", "maximum"),
                Map.entry("adresse", "address"),
                Map.entry("niveau", "level"),
                Map.entry("territoire", "territory"),
                Map.entry("chiffres", "figures"),
                Map.entry("confiance", "confidence"),
                Map.entry("remarque", "note")));
        CatalogueRow.COLUMNS.forEach(name -> names.put(key(name), name));
        return names;
    }

    private static String key(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }
}
