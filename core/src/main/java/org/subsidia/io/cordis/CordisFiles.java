package org.subsidia.io.cordis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of organisations and the file of their projects.
 *
 * @param organisations {@code organization.csv}
 * @param projects {@code project.csv}; null: not at hand
 */
public record CordisFiles(Path organisations, @Nullable Path projects) {

    /**
     * Puts files together that were given in any order: by their names, or where there is only one of each.
     *
     * @param files of organisations and of projects
     * @return one for each file of organisations, and for each file of projects that is left alone, as if it were one
     */
    public static List<CordisFiles> pair(List<Path> files) {
        List<Path> projects = new ArrayList<>();
        List<Path> organisations = new ArrayList<>();
        files.forEach(file -> (CordisImport.recognisesProjects(file) ? projects : organisations).add(file));
        boolean one = organisations.size() == 1 && projects.size() == 1;
        List<CordisFiles> pairs = new ArrayList<>();
        for (Path file : organisations) {
            Optional<Path> beside = one
                    ? Optional.of(projects.get(0))
                    : CordisImport.projectsBeside(file).filter(projects::contains);
            beside.ifPresent(projects::remove);
            pairs.add(new CordisFiles(file, beside.orElse(null)));
        }
        projects.forEach(file -> pairs.add(new CordisFiles(file, null)));
        return List.copyOf(pairs);
    }
}
