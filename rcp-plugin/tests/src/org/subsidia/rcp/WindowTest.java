package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WorkbenchExtension.class)
class WindowTest {
    @Test
    void start_opensOneWindowWithTheProductsName() {
        String[] title = new String[1];
        PlatformUI.getWorkbench()
                .getDisplay()
                .syncExec(() -> title[0] = PlatformUI.getWorkbench()
                        .getWorkbenchWindows()[0]
                        .getShell()
                        .getText());
        assertThat(title[0]).contains("Subsidia");
    }
}
