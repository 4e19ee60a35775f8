package org.subsidia.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a program and a server, and cuts the line at the commit, or swallows it. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int target;
    private volatile Cut cut = Cut.NEVER;
    private volatile boolean staysDead;
    private volatile boolean dead;

    /** When the line is cut. */
    enum Cut {
        NEVER,
        /** The server never sees the commit. */
        BEFORE_COMMIT,
        /** The server commits; the program never hears of it. */
        AFTER_COMMIT,
        /** Nothing is cut: the commit and all that follows vanish, and no answer ever comes. */
        SWALLOWED_COMMIT
    }

    CuttingProxy(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Cuts at the next commit; the line stays dead, or lets new connections through at once. */
    void cut(Cut when, boolean forGood) {
        staysDead = forGood;
        cut = when;
    }

    void revive() {
        dead = false;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
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
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.addAll(List.of(client, server));
                start(() -> pump(client, server, true));
                start(() -> pump(server, client, false));
            }
        } catch (IOException e) {
            closeAll();
        }
    }

    private void pump(Socket from, Socket to, boolean toServer) {
        byte[] buffer = new byte[65_536];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                boolean commits = toServer
                        && cut != Cut.NEVER
                        && new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains("COMMIT\0");
                if (commits) {
                    Cut how = cut;
                    cut = Cut.NEVER;
                    if (how == Cut.SWALLOWED_COMMIT) {
                        while (count >= 0) {
                            count = in.read(buffer);
                        }
                        return;
                    }
                    dead = staysDead;
                    // the program loses its line first, so that it cannot hear the answer
                    from.close();
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
            closeAll(from, to);
        }
    }

    private static void closeAll(Socket... sockets) {
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
        closeAll(open.toArray(new Socket[0]));
    }
}
