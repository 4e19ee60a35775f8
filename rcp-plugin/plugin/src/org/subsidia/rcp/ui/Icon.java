package org.subsidia.rcp.ui;

import java.net.URL;
import java.util.Locale;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;

/** The pictures of the workbench; each is an SVG file of its name in the folder {@code icons}. */
public enum Icon {
    /** Who receives. */
    STRUCTURE,
    /** Who gives. */
    FUNDER,
    /** Public money promised. */
    GRANT,
    /** A programme of a funder. */
    PROGRAMME,
    /** A call for projects. */
    CALL,
    /** An action that several funders pay for. */
    PROJECT,
    /** A year’s budget of a structure, and its lines. */
    BUDGET,
    /** A finding that is an error. */
    ERROR,
    /** A finding to be looked at. */
    PROBLEM,
    /** A finding to be known. */
    INFORMATION,
    /** A deadline that has passed. */
    LATE,
    /** A deadline that is near. */
    DUE,
    /** An event to come. */
    FUTURE,
    /** What is done. */
    DONE,
    /** What is past. */
    PAST,
    /** An edit is taken back. */
    UNDO,
    /** An edit is made again. */
    REDO,
    /** A condition is met. */
    YES,
    /** A condition is not met. */
    NO,
    /** It is not known whether a condition is met. */
    UNKNOWN;

    /** {@return how to load it} */
    public ImageDescriptor descriptor() {
        URL url = Icon.class.getResource("/icons/" + name().toLowerCase(Locale.ROOT) + ".svg");
        return ImageDescriptor.createFromURL(url);
    }

    /** {@return the picture, shared: nobody disposes it} */
    public Image image() {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = Icon.class.getName() + '.' + name();
        if (registry.get(key) == null) {
            registry.put(key, descriptor());
        }
        return registry.get(key);
    }
}
