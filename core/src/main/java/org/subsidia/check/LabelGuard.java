package org.subsidia.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.Structure;
import org.subsidia.time.Deadline;

/** G-LBL: a label ends in less than twelve months, or what the user set, and no other takes over. */
final class LabelGuard implements Guard {
    @Override
    public String id() {
        return "G-LBL";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-LBL");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        LocalDate horizon = Deadline.from(context.today())
                .plus(context.options().labelWarning())
                .due()
                .date();
        List<Checked> found = new ArrayList<>();
        for (Structure structure : context.structures()) {
            for (int i = 0; i < structure.labels().size(); i++) {
                Label label = structure.labels().get(i);
                LocalDate end = label.decidedEnd();
                if (end != null
                        && !end.isBefore(context.today())
                        && end.isBefore(horizon)
                        && !isFollowed(structure, label, end)) {
                    found.add(ending(structure, i, end));
                }
            }
        }
        return found;
    }

    private static boolean isFollowed(Structure structure, Label label, LocalDate end) {
        return structure.labels().stream()
                .anyMatch(other -> other.kind() == label.kind()
                        && isLater(other.decidedEnd(), end)
                        && (other.start() == null || !other.start().isAfter(end.plusDays(1))));
    }

    private static boolean isLater(@Nullable LocalDate end, LocalDate than) {
        return end == null || end.isAfter(than);
    }

    private Checked ending(Structure structure, int index, LocalDate end) {
        Label label = structure.labels().get(index);
        Message name = Message.of("CHECK-LABEL-" + label.kind().name());
        LocalDate extension = label.extendableTo();
        if (extension == null || !extension.isAfter(end) || label.conditionMet() != null) {
            return result(structure, end, Message.of("CHECK-LBL-ENDS", name, structure.name(), end));
        }
        List<Label> labels = new ArrayList<>(structure.labels());
        labels.set(
                index, new Label(label.kind(), label.phase(), label.start(), label.end(), label.extendableTo(), true));
        Message message = Message.of("CHECK-LBL-EXTENDABLE", name, structure.name(), end, extension);
        return result(structure, end, message)
                .with(new QuickFix(
                        Message.of("CHECK-LBL-MET", name, extension),
                        Edit.put(structure.toBuilder().labels(labels).build())));
    }

    private Checked result(Structure structure, LocalDate end, Message message) {
        return Verdict.warning(this, Verdict.place(structure, "labels"), message)
                .because(Explanation.leaf(Message.of("CHECK-DATE-LABELEND"), new Value.Day(end)))
                .from(structure)
                .checked();
    }
}
