package org.subsidia.rcp.analysis.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.consumption.ConsumptionView;
import org.subsidia.rcp.analysis.dependence.DependenceView;
import org.subsidia.rcp.analysis.forecast.ForecastView;
import org.subsidia.rcp.analysis.stateaid.StateAidView;

/** What a tile of the dashboard shows. */
enum TileKind {
    DEPENDENCE(DependenceView.ID, "norms"),
    FUNDING(DependenceView.ID, "levelsByOrigin"),
    CASH(ForecastView.ID, "months"),
    DEADLINES("org.subsidia.rcp.calendar", ""),
    DE_MINIMIS(StateAidView.ID, "timeline"),
    CONCENTRATION(DependenceView.ID, "concentration"),
    BUDGET(ConsumptionView.ID, "costs");

    private final String view;
    private final String page;

    TileKind(String view, String page) {
        this.view = view;
        this.page = page;
    }

    /** The view that shows the whole. */
    String view() {
        return view;
    }

    /** Its page; empty: the view has none. */
    String page() {
        return page;
    }

    String title() {
        return switch (this) {
            case DEPENDENCE -> Texts.tileDependence;
            case FUNDING -> Texts.tileFunding;
            case CASH -> Texts.tileCash;
            case DEADLINES -> Texts.tileDeadlines;
            case DE_MINIMIS -> Texts.tileDeMinimis;
            case CONCENTRATION -> Texts.tileConcentration;
            case BUDGET -> Texts.tileBudget;
        };
    }

    /** The tiles that a text names, in its order; of an empty text all. What is no tile, or was named before, is left out. */
    static List<TileKind> read(String text) {
        if (text.isBlank()) {
            return List.of(values());
        }
        List<TileKind> kinds = new ArrayList<>();
        for (String name : text.split(",")) {
            Stream.of(values())
                    .filter(kind -> kind.name().equals(name.strip()) && !kinds.contains(kind))
                    .forEach(kinds::add);
        }
        return kinds.isEmpty() ? List.of(values()) : kinds;
    }

    static String write(List<TileKind> kinds) {
        return String.join(",", kinds.stream().map(TileKind::name).toList());
    }
}
