package org.subsidia.rcp.detail;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.joda.money.CurrencyUnit;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.RecordId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Words;

/** A project to edit: who leads it, what it costs, who pays, and the grants that are of it. */
final class ProjectForm extends RecordForm<Project> {
    private final Label cost;
    private final Label funding;
    private final Label gap;
    private final Link grants;

    ProjectForm(Composite parent, ProjectId id, Consumer<RecordId> go) {
        super(parent, id, Project.class, Texts.fieldProject);
        Composite columns = columns();
        Composite identity = section(columns, Texts.detailIdentity);
        for (ProjectField field : ProjectField.values()) {
            add(identity, field);
        }
        Composite money = section(columns, Texts.detailAmounts);
        cost = fact(money, Texts.projectTotalCost);
        funding = fact(money, Texts.projectTotalFunding);
        gap = fact(money, Texts.projectGap);
        grants = links(section(columns, Texts.projectGrants), go);
        Composite lists = columns();
        for (ProjectList list : ProjectList.values()) {
            addList(lists, list);
        }
        show();
    }

    @Override
    CurrencyUnit currency(Project project) {
        return ProjectList.currency(project);
    }

    @Override
    void showMore(Project project) {
        cost.setText(Words.amount(project.totalCost()));
        funding.setText(Words.amount(project.totalFunding()));
        gap.setText(Words.amount(project.fundingGap()));
        String lines = links(portfolio().grantsOf(project.id()));
        grants.setText(lines.isEmpty() ? Texts.projectNoGrants : lines);
    }
}
