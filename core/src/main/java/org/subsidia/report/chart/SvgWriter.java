package org.subsidia.report.chart;

import java.awt.Color;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/** Writes the tree that was drawn: short, attributes in a fixed order, colours named. */
final class SvgWriter {
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    private static final Set<String> DROPPED = Set.of(
            "color-interpolation",
            "color-rendering",
            "contentScriptType",
            "contentStyleType",
            "font-family",
            "height",
            "image-rendering",
            "preserveAspectRatio",
            "shape-rendering",
            "text-rendering",
            "version",
            "width",
            "zoomAndPan");

    private final Map<String, String> tokens = new TreeMap<>();
    private final StringBuilder out = new StringBuilder();
    private String whole = "";

    private SvgWriter(ChartTheme theme) {
        theme.tokens().forEach((name, colour) -> tokens.put(ChartTheme.hex(colour), name));
    }

    static String write(Element root, ChartTheme theme, String title, String alternative) {
        SvgWriter writer = new SvgWriter(theme);
        String id = root.getAttribute("id");
        writer.out
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"")
                .append(id)
                .append("\" class=\"chart\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-desc\" viewBox=\"")
                .append(root.getAttribute("viewBox"))
                .append(
                        "\" font-family=\"'Liberation Sans', Arial, Helvetica, sans-serif\" text-rendering=\"geometricPrecision\">\n<title id=\"")
                .append(id)
                .append("-title\">");
        writer.escape(title);
        writer.out.append("</title>\n<desc id=\"").append(id).append("-desc\">");
        writer.escape(alternative);
        writer.out.append("</desc>\n");
        writer.whole = wholeClip(root);
        writer.children(root);
        return writer.out.append("</svg>\n").toString();
    }

    /** The id of the clip that is the whole picture: it clips nothing, yet every element refers to it. */
    private static String wholeClip(Element root) {
        String[] box = root.getAttribute("viewBox").split(" ", -1);
        String w = box[2];
        String h = box[3];
        String outline = "M0 0 L" + w + " 0 L" + w + ' ' + h + " L0 " + h + " L0 0 Z";
        NodeList clips = root.getElementsByTagName("clipPath");
        for (int i = 0; i < clips.getLength(); i++) {
            if (clips.item(i) instanceof Element clip
                    && clip.getFirstChild() instanceof Element path
                    && path.getAttribute("d").equals(outline)) {
                return clip.getAttribute("id");
            }
        }
        return "";
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element);
            } else if (child instanceof Text text) {
                escape(text.getData());
            }
        }
    }

    private void element(Element element) {
        String name = element.getTagName();
        boolean drawn = name.equals("rect") || name.equals("path");
        if (!whole.isEmpty() && element.getAttribute("id").equals(whole)) {
            return;
        }
        if (!element.hasChildNodes() && (name.equals("defs") || name.equals("g"))) {
            return;
        }
        out.append('<').append(name);
        attributes(element, drawn);
        if (element.hasChildNodes()) {
            out.append('>');
            children(element);
            out.append("</").append(name).append(">\n");
        } else {
            out.append("/>");
        }
    }

    private void attributes(Element element, boolean drawn) {
        Map<String, String> sorted = new TreeMap<>();
        StringBuilder classes = new StringBuilder();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Node attribute = all.item(i);
            String name = attribute.getNodeName();
            if (name.startsWith("xmlns") || (!(drawn || isBox(element, name)) && DROPPED.contains(name))) {
                continue;
            }
            if (name.equals("clip-path") && attribute.getNodeValue().equals("url(#" + whole + ")")) {
                continue;
            }
            sorted.put(name, attribute.getNodeValue());
        }
        for (String name : new String[] {"fill", "stroke"}) {
            String colour = hex(sorted.getOrDefault(name, ""));
            String token = tokens.get(colour);
            if (token != null) {
                sorted.put(name, colour);
                classes.append(classes.isEmpty() ? "" : " ")
                        .append(name.charAt(0))
                        .append('-')
                        .append(token);
            }
        }
        if (!classes.isEmpty()) {
            sorted.put("class", classes.toString());
        }
        sorted.forEach((name, value) -> {
            out.append(' ').append(name).append("=\"");
            escape(value);
            out.append('"');
        });
    }

    private static boolean isBox(Element element, String attribute) {
        return (attribute.equals("width") || attribute.equals("height"))
                && !element.getTagName().equals("svg");
    }

    private static String hex(String colour) {
        Matcher rgb = RGB.matcher(colour);
        if (rgb.matches()) {
            return ChartTheme.hex(new Color(
                    Integer.parseInt(rgb.group(1)), Integer.parseInt(rgb.group(2)), Integer.parseInt(rgb.group(3))));
        }
        return colour.toLowerCase(Locale.ROOT);
    }

    /** Characters that XML does not know become the replacement character. */
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xfffd);
            }
        });
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= ' ' && c < 0x7f)
                || (c >= 0xa0 && c < 0xd800)
                || (c >= 0xe000 && c < 0xfffe)
                || c > 0xffff;
    }
}
