package org.subsidia.rcp;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.views.IViewDescriptor;

/**
 * The platform remembers a layout with the names that views and perspectives had then. After a change of the language they are
 * named anew; a view that has been shown since the start has named itself.
 */
final class RememberedNames {
    private RememberedNames() {}

    static void translate(IWorkbench workbench) {
        MApplication application = workbench.getService(MApplication.class);
        EModelService models = workbench.getService(EModelService.class);
        for (MPart part : models.findElements(application, null, MPart.class)) {
            IViewDescriptor view = workbench.getViewRegistry().find(part.getElementId());
            if (view != null && part.getObject() == null) {
                part.setLabel(view.getLabel());
                part.setTooltip(null); // shown again when the view is made
            }
        }
        for (MPerspective perspective : models.findElements(application, null, MPerspective.class)) {
            IPerspectiveDescriptor known =
                    workbench.getPerspectiveRegistry().findPerspectiveWithId(perspective.getElementId());
            if (known != null) {
                perspective.setLabel(known.getLabel());
                perspective.setTooltip(known.getLabel());
            }
        }
    }
}
