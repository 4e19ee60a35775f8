package org.subsidia.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;

/** The projects that a context tests: all, or those of one structure's grants. */
final class Projects {
    private Projects() {}

    static List<Project> of(GuardContext context) {
        if (context.isWhole()) {
            return context.portfolio().projects();
        }
        Set<ProjectId> named = context.grants().stream()
                .map(Grant::project)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        return context.portfolio().projects().stream()
                .filter(project -> named.contains(project.id()))
                .toList();
    }
}
