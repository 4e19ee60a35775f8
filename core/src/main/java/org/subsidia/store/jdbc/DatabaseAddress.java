package org.subsidia.store.jdbc;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * Where a portfolio lies in a database, and who asks for it: {@code jdbc:postgresql://host/database#portfolio} or
 * {@code jdbc:h2:./file#portfolio}.
 *
 * <p>Name and password come from {@value #USER} and {@value #PASSWORD} of the environment, for PostgreSQL also from
 * {@code .pgpass} and from the address itself. {@link #shown} and {@link #toString} never show them.
 */
public final class DatabaseAddress {
    /** The variable of the environment that names the user. */
    public static final String USER = "SUBSIDIA_DB_USER";
    /** The variable of the environment that holds the password. */
    public static final String PASSWORD = "SUBSIDIA_DB_PASSWORD";

    private static final String PREFIX = "jdbc:";
    private static final int LONGEST_NAME = 200;
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*@");
    private static final Pattern SECRET = Pattern.compile("(?i)[?;&](user|[a-z]*password)=[^?;&]*");

    private final String url;
    private final String portfolio;
    private final @Nullable String user;
    private final @Nullable String password;

    private DatabaseAddress(String url, String portfolio, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.portfolio = portfolio;
        this.user = user;
        this.password = password;
    }

    /**
     * Whether a text is meant as the address of a database and not as the name of a file.
     *
     * @param text what somebody wrote
     * @return whether it starts as such addresses do
     */
    public static boolean isMeant(String text) {
        return text.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /**
     * Reads an address.
     *
     * @param text such as {@code jdbc:postgresql://db.example/cluster#rives-arvenne}; without a name of a portfolio it means
     *     the only one of the database
     * @param environment gives a variable of the environment, or null
     * @return the address; or what is wrong with it
     */
    public static Reading<DatabaseAddress> parse(String text, Function<String, @Nullable String> environment) {
        int hash = text.lastIndexOf('#');
        String url = hash < 0 ? text : text.substring(0, hash);
        String name = hash < 0 ? "" : text.substring(hash + 1);
        String lower = url.toLowerCase(Locale.ROOT);
        Place place = Place.file(shown(url, name));
        if (!lower.startsWith("jdbc:h2:") && !lower.startsWith("jdbc:postgresql:")) {
            return Reading.refused(Finding.error(place, "STORE-DB-URL", shown(url, name)));
        }
        if (lower.contains(";init=")) {
            return Reading.refused(Finding.error(place, "STORE-DB-URL-INIT", shown(url, name)));
        }
        if (name.length() > LONGEST_NAME || !Figures.isStorable(name)) {
            return Reading.refused(Finding.error(place, "STORE-DB-NAME", LONGEST_NAME));
        }
        return Reading.of(new DatabaseAddress(url, name, environment.apply(USER), environment.apply(PASSWORD)));
    }

    /**
     * Another portfolio of the same database.
     *
     * @param name its name
     * @return its address
     */
    public DatabaseAddress withPortfolio(String name) {
        return new DatabaseAddress(url, name, user, password);
    }

    /** {@return the portfolio’s name; empty for the only one of the database} */
    public String portfolio() {
        return portfolio;
    }

    String url() {
        return url;
    }

    @Nullable
    String user() {
        return user;
    }

    @Nullable
    String password() {
        return password;
    }

    boolean isH2() {
        return url.regionMatches(true, 0, "jdbc:h2:", 0, 8);
    }

    /** {@return the address for the eyes: without user, password and other settings} */
    public String shown() {
        return shown(url, portfolio);
    }

    /**
     * A text that is meant as an address, for the eyes.
     *
     * @param text what somebody wrote, right or wrong
     * @return the text without user, password and other settings
     */
    public static String shown(String text) {
        int hash = text.lastIndexOf('#');
        return hash < 0 ? shown(text, "") : shown(text.substring(0, hash), text.substring(hash + 1));
    }

    /**
     * {@return the address to be remembered: with its settings, without user and password; {@link #parse} reads it}
     */
    public String kept() {
        String bare = CREDENTIALS.matcher(url).replaceFirst("//");
        String kept = SECRET.matcher(bare).replaceAll("");
        // a setting that has become the first one
        kept = isH2() || kept.indexOf('?') >= 0 ? kept : kept.replaceFirst("&", "?");
        return kept + (portfolio.isEmpty() ? "" : '#' + portfolio);
    }

    Place place() {
        return Place.file(shown());
    }

    private static String shown(String url, String portfolio) {
        String bare = CREDENTIALS.matcher(url).replaceFirst("//");
        int end = bare.length();
        for (char separator : new char[] {'?', ';'}) {
            int at = bare.indexOf(separator);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return bare.substring(0, end) + (portfolio.isEmpty() ? "" : '#' + portfolio);
    }

    @Override
    public String toString() {
        return shown();
    }
}
