package org.subsidia.rcp.analysis.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.subsidia.explain.Explanation;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.chart.ChartCanvas;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.report.Block;
import org.subsidia.report.Column;
import org.subsidia.report.Explanations;
import org.subsidia.report.Figure;
import org.subsidia.report.Findings;
import org.subsidia.report.KeyFigures;
import org.subsidia.report.Paragraph;
import org.subsidia.report.Section;
import org.subsidia.report.Table;

/** The sections of a report, a page each: charts at the left or above, tables and words at the right or below. */
public final class ReportPages {
    private static final int MOST_TABS = 8;
    private static final int MOST_LETTERS = 150;
    private static final int NAMES = 250;

    private final Composite area;
    /** A table and not a list: the platform leaves the letters of a list white when the dark theme ends. */
    private final org.eclipse.swt.widgets.Table names;

    private final Composite pile;
    private final StackLayout piled = new StackLayout();
    private final CTabFolder folder;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private String open = "";

    /**
     * No pages yet.
     *
     * @param parent where
     */
    public ReportPages(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(area);
        names = new org.eclipse.swt.widgets.Table(area, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.BORDER);
        Accessibles.name(names, Texts.reportPages);
        names.addListener(SWT.Selection, event -> open(id(names.getSelectionIndex())));
        pile = new Composite(area, SWT.NONE);
        pile.setLayout(piled);
        folder = new CTabFolder(area, SWT.BOTTOM | SWT.FLAT);
        folder.addListener(SWT.Selection, event -> open(id(folder.getSelectionIndex())));
        arrange(false);
    }

    private String id(int index) {
        return index < 0 ? "" : List.copyOf(pages.keySet()).get(index);
    }

    /** A few pages have tabs; more than there is room for, or long names, are listed at the side. */
    private void arrange(boolean many) {
        GridDataFactory.fillDefaults()
                .grab(false, true)
                .hint(NAMES, SWT.DEFAULT)
                .exclude(!many)
                .applyTo(names);
        GridDataFactory.fillDefaults().grab(true, true).exclude(!many).applyTo(pile);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).exclude(many).applyTo(folder);
        names.setVisible(many);
        pile.setVisible(many);
        folder.setVisible(!many);
        area.layout();
    }

    /** {@return the control} */
    public Composite control() {
        return area;
    }

    /** {@return whether nothing is shown yet} */
    public boolean isEmpty() {
        return pages.isEmpty();
    }

    /**
     * Shows another report; the page that was open stays so where the report still has it.
     *
     * @param sheet the report
     */
    public void show(Sheet sheet) {
        List<Section> sections = sheet.report().sections().stream()
                .map(ReportPages::shown)
                .filter(section -> !section.blocks().isEmpty())
                .toList();
        Map<String, String> shapes = new LinkedHashMap<>();
        sections.forEach(section -> shapes.put(section.id(), shape(section)));
        if (!shapes.equals(pages.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().shape, (a, b) -> a, LinkedHashMap::new)))) {
            rebuild(sections);
        }
        sections.forEach(section -> pages.get(section.id()).show(section, sheet));
    }

    /** What explains figures stands behind them, and key figures above all pages. */
    private static Section shown(Section section) {
        return new Section(
                section.id(),
                section.heading(),
                section.blocks().stream()
                        .filter(block -> !(block instanceof Explanations) && !(block instanceof KeyFigures))
                        .filter(block -> !(block instanceof Table table)
                                || !table.rows().isEmpty()
                                || section.blocks().size() == 1)
                        .toList());
    }

    private static String shape(Section section) {
        return section.heading().in(Texts.locale())
                + section.blocks().stream()
                        .map(block -> block instanceof Table table
                                ? "T" + table.id()
                                : block instanceof Figure figure
                                        ? "F" + figure.id()
                                        : block.getClass().getSimpleName())
                        .toList();
    }

    private void rebuild(List<Section> sections) {
        String before = open; // a tab that goes selects its neighbour
        for (CTabItem item : folder.getItems()) {
            item.dispose();
        }
        pages.values().forEach(page -> page.control.dispose());
        pages.clear();
        names.removeAll();
        int letters = sections.stream()
                .mapToInt(section -> section.heading().in(Texts.locale()).length())
                .sum();
        boolean many = sections.size() > MOST_TABS || letters > MOST_LETTERS;
        for (Section section : sections) {
            Page page = new Page(many ? pile : folder, section);
            pages.put(section.id(), page);
            String name = section.heading().in(Texts.locale());
            if (many) {
                new TableItem(names, SWT.NONE).setText(name);
            } else {
                CTabItem item = new CTabItem(folder, SWT.NONE);
                item.setText(name);
                item.setControl(page.control);
            }
        }
        arrange(many);
        open(pages.containsKey(before) ? before : id(pages.isEmpty() ? -1 : 0));
    }

    /**
     * Opens a page.
     *
     * @param section the id of its section; another one is not opened
     */
    public void open(String section) {
        int index = List.copyOf(pages.keySet()).indexOf(section);
        if (index < 0) {
            return;
        }
        open = section;
        if (folder.getItemCount() > 0) {
            folder.setSelection(index);
        } else {
            names.setSelection(index);
            piled.topControl = pages.get(section).control;
            pile.layout();
        }
    }

    /**
     * A table that is shown.
     *
     * @param id its id
     * @return the table
     */
    public Optional<FigureTable> table(String id) {
        return pages.values().stream()
                .flatMap(page -> page.tables.entrySet().stream())
                .filter(entry -> entry.getKey().equals(id))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** {@return where the figure comes from that is chosen on the open page; the table in use comes first} */
    public Optional<Explanation> explanation() {
        if (!pages.containsKey(open)) {
            return Optional.empty();
        }
        List<FigureTable> tables = new ArrayList<>(pages.get(open).tables.values());
        return tables.stream()
                .filter(table -> table.control().isFocusControl())
                .findFirst()
                .or(() -> tables.stream().findFirst())
                .flatMap(FigureTable::explanation);
    }

    /** Gives the keyboard to the first table of the open page. */
    public void focus() {
        Optional<FigureTable> first = Optional.ofNullable(pages.get(open))
                .flatMap(page -> page.tables.values().stream().findFirst());
        first.ifPresentOrElse(table -> table.control().setFocus(), area::setFocus);
    }

    /** One section. */
    private static final class Page {
        private final Composite control;
        private final String shape;
        private final Map<String, FigureTable> tables = new LinkedHashMap<>();
        private final Map<String, ChartCanvas> charts = new LinkedHashMap<>();
        private final List<Label> words = new ArrayList<>();
        private final List<Text> findings = new ArrayList<>();

        Page(Composite parent, Section section) {
            shape = shape(section);
            control = new Composite(parent, SWT.NONE);
            GridLayoutFactory.fillDefaults().margins(4, 4).spacing(0, 4).applyTo(control);
            boolean drawn = section.blocks().stream().anyMatch(Figure.class::isInstance);
            boolean told = section.blocks().stream().anyMatch(block -> block instanceof Table);
            section.blocks().stream().filter(Paragraph.class::isInstance).forEach(block -> {
                Label label = new Label(control, SWT.WRAP);
                GridDataFactory.fillDefaults()
                        .grab(true, false)
                        .hint(300, SWT.DEFAULT)
                        .applyTo(label);
                words.add(label);
            });
            if (!drawn && !told) {
                build(section, control);
                return;
            }
            SashForm sides = new SashForm(control, drawn && endsInWords(section) ? SWT.VERTICAL : SWT.HORIZONTAL);
            GridDataFactory.fillDefaults().grab(true, true).applyTo(sides);
            if (drawn) {
                SashForm pictures = new SashForm(sides, SWT.VERTICAL);
                section.blocks().stream()
                        .filter(Figure.class::isInstance)
                        .forEach(block -> charts.put(((Figure) block).id(), new ChartCanvas(pictures)));
            }
            if (told) {
                build(section, new SashForm(sides, SWT.VERTICAL));
            }
            if (drawn && told) {
                sides.setWeights(56, 44);
            }
        }

        /** Sentences at the end of the lines of a table want its whole width. */
        private static boolean endsInWords(Section section) {
            return section.blocks().stream()
                    .filter(Table.class::isInstance)
                    .map(block -> ((Table) block).columns())
                    .anyMatch(columns -> columns.size() > 2
                            && columns.get(columns.size() - 1).type() == Column.Type.TEXT);
        }

        private void build(Section section, Composite parent) {
            List<Integer> weights = new ArrayList<>();
            for (Block block : section.blocks()) {
                if (block instanceof Table table) {
                    FigureTable made = new FigureTable(parent);
                    tables.put(table.id(), made);
                    weights.add(2 + Math.min(12, table.rows().size()));
                } else if (block instanceof Findings) {
                    Text text = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
                    Accessibles.name(text, section.heading().in(Texts.locale()));
                    GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
                    findings.add(text);
                    weights.add(4);
                }
            }
            if (parent instanceof SashForm sash) {
                sash.setWeights(weights.stream().mapToInt(weight -> weight).toArray());
            }
        }

        void show(Section section, Sheet sheet) {
            int said = 0;
            int found = 0;
            for (Block block : section.blocks()) {
                if (block instanceof Table table) {
                    tables.get(table.id()).show(table, sheet.origins());
                } else if (block instanceof Figure figure) {
                    charts.get(figure.id())
                            .show(
                                    Optional.of(figure.chart()),
                                    figure.alternative().in(Texts.locale()));
                } else if (block instanceof Paragraph paragraph) {
                    words.get(said++)
                            .setText(paragraph.text().in(Texts.locale()).replace("&", "&&"));
                } else if (block instanceof Findings group) {
                    findings.get(found++).setText(FindingWords.of(group));
                }
            }
            if (said > 0) {
                control.layout(true);
            }
        }
    }
}
