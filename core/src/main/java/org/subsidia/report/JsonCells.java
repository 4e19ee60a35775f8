package org.subsidia.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;

/** The small parts of a report as JSON. */
final class JsonCells {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Locale locale;

    JsonCells(Locale locale) {
        this.locale = locale;
    }

    JsonNode cell(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return NODES.textNode(text.text());
        } else if (cell instanceof Cell.Words words) {
            return message(words.message());
        } else if (cell instanceof Cell.Legal legal) {
            return NODES.textNode(legal.version().value());
        } else if (cell instanceof Cell.Amount amount) {
            return money(amount.money());
        } else if (cell instanceof Cell.Share share) {
            ObjectNode node = NODES.objectNode().put("share", share.share().toPlainString());
            share.exact().ifPresent(fraction -> node.put("fraction", fraction.toString()));
            return node;
        } else if (cell instanceof Cell.Count count) {
            return NODES.numberNode(count.count());
        } else if (cell instanceof Cell.Decimal decimal) {
            return NODES.textNode(decimal.number().toPlainString());
        } else if (cell instanceof Cell.Day day) {
            return NODES.textNode(day.date().toString());
        } else if (cell instanceof Cell.Month month) {
            return NODES.textNode(month.month().toString());
        } else if (cell instanceof Cell.Moment moment) {
            return NODES.textNode(moment.time().toString());
        } else if (cell instanceof Cell.Unknown unknown) {
            return NODES.objectNode().set("unknown", message(unknown.reason()));
        }
        return NODES.nullNode();
    }

    ObjectNode message(Message message) {
        return NODES.objectNode().put("code", message.code()).put("message", message.in(locale));
    }

    private static ObjectNode money(Money money) {
        return NODES.objectNode()
                .put("amount", money.getAmount().toPlainString())
                .put("currency", money.getCurrencyUnit().getCode());
    }

    void findings(Findings findings, ArrayNode groups) {
        for (Findings.Group group : findings.groups()) {
            ObjectNode node = groups.addObject();
            node.put("severity", group.severity().name());
            node.put("code", group.code());
            node.put("count", group.count());
            ArrayNode examples = node.putArray("examples");
            group.examples().forEach(finding -> examples.add(finding(finding)));
        }
    }

    private ObjectNode finding(Finding finding) {
        ObjectNode node = NODES.objectNode();
        Place place = finding.place();
        if (place.file() != null) {
            node.put("file", place.file());
        }
        if (place.line() > 0) {
            node.put("line", place.line());
        }
        if (place.column() > 0) {
            node.put("column", place.column());
        }
        if (place.field() != null) {
            node.put("field", place.field());
        }
        if (place.record() != null) {
            node.put("record", place.record());
        }
        node.put("message", finding.message().in(locale));
        finding.advice(locale).ifPresent(advice -> node.put("advice", advice));
        return node;
    }
}
