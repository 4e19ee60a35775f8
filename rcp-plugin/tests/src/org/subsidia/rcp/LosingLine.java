package org.subsidia.rcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The line between the window and a PostgreSQL server. It can be cut at the next commit, and then stays dead until it is mended. */
final class LosingLine implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int server;
    private volatile Cut cut = Cut.NEVER;
    private volatile boolean dead;

    /** When the line is cut. */
    enum Cut {
        NEVER,
        /** The server never sees the commit. */
        BEFORE_COMMIT,
        /** The server commits, and its answer is lost. */
        AFTER_COMMIT
    }

    LosingLine(int server) throws IOException {
        this.server = server;
        begin(this::accept);
    }

    /** Where a commit is always a word that the line can see. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + listening.getLocalPort() + "/postgres?prepareThreshold=0";
    }

    void cut(Cut when) {
        cut = when;
    }

    void mend() {
        dead = false;
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                if (dead) {
                    client.close();
                    continue;
                }
                Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
                open.addAll(List.of(client, target));
                begin(() -> carry(client, target, true));
                begin(() -> carry(target, client, false));
            }
        } catch (IOException e) {
            closeAll(List.of());
        }
    }

    private void carry(Socket from, Socket to, boolean toServer) {
        byte[] buffer = new byte[65_536];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Cut how = cut;
                if (toServer && how != Cut.NEVER && text(buffer, count).contains("COMMIT\0")) {
                    cut = Cut.NEVER;
                    dead = true;
                    from.close(); // the window loses its line first, so that it cannot hear the answer
                    if (how == Cut.AFTER_COMMIT) {
                        out.write(buffer, 0, count);
                        out.flush();
                    }
                    return;
                }
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            closeAll(List.of(from, to));
        }
    }

    private static String text(byte[] buffer, int count) {
        return new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
    }

    private static void closeAll(List<Socket> sockets) {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        closeAll(open);
    }
}
