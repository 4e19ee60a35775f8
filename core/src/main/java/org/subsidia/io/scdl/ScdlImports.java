package org.subsidia.io.scdl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;

/**
 * Published files on their way into a portfolio together, each on top of those before it: what stands in two of them comes in
 * once.
 *
 * @param imports one a file, in the order in which they are applied
 */
public record ScdlImports(List<ScdlImport> imports) {

    /** Copies the list. */
    public ScdlImports {
        imports = List.copyOf(imports);
    }

    /**
     * Prepares an import.
     *
     * @param files the published files; what a later one says of a grant goes before what an earlier one says
     * @param into the portfolio that would receive them
     * @param choice whose grants are wanted
     * @return the edits and what became of each row, file by file
     */
    public static ScdlImports prepare(List<ScdlFile> files, Portfolio into, ScdlChoice choice) {
        Portfolio portfolio = into;
        List<ScdlImport> imports = new ArrayList<>();
        for (ScdlFile file : files) {
            ScdlImport next = ScdlImport.prepare(file, portfolio, choice);
            imports.add(next);
            portfolio = portfolio.apply(next.edit());
        }
        return new ScdlImports(imports);
    }

    /**
     * Everything.
     *
     * @param label of the edit, in the words of who does it
     * @return one batch
     */
    public Edit.Batch edit(String label) {
        return new Edit.Batch(label, edits());
    }

    /**
     * The edit of some of the rows: their grants in all files, and of the structures and funders only those that these name.
     *
     * @param label of the edit, in the words of who does it
     * @param chosen the grants wanted
     * @return one batch, empty if none of them would be made or changed
     */
    public Edit.Batch editOf(String label, Set<GrantId> chosen) {
        return ScdlImport.chosen(label, edits(), chosen);
    }

    private List<Edit> edits() {
        return imports.stream().flatMap(one -> one.edit().edits().stream()).toList();
    }
}
