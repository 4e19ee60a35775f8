package org.subsidia.ledger;

/**
 * The parties of one dimension: a dense number for each, and the name that stands earliest in the input.
 *
 * <p>A party without an identifier is known by its name, regardless of case, accents and punctuation.
 */
final class Parties {
    private static final int NO_NAME = -1;

    private final CodeIndex codes = new CodeIndex();
    private final TextArena names = new TextArena();
    private final IntColumn addresses = new IntColumn();
    private final LongColumn positions = new LongColumn();
    /** The latest position of any name. */
    private long latest = Long.MIN_VALUE;
    /** How many parties have no name yet. */
    private int unnamed;

    private final TextIndex normalised = new TextIndex();

    int size() {
        return codes.size();
    }

    /** The code that identifies the party in this table, also where only its name does. */
    long codeOf(long code, String name) {
        return code == PartyCode.BY_NAME ? PartyCode.named(normalised.findOrAdd(PartyName.normalised(name))) : code;
    }

    int find(long code) {
        return codes.find(code);
    }

    long code(int index) {
        return codes.code(index);
    }

    /** What names the party alone: its identifier, else its normalised name. */
    String key(int index) {
        long code = codes.code(index);
        return PartyCode.isIdentified(code) ? PartyCode.text(code) : normalised.text((int) code);
    }

    String name(int index) {
        return addresses.get(index) == NO_NAME ? "" : names.text(addresses.get(index));
    }

    long position(int index) {
        return positions.get(index);
    }

    /** Whether a name at this place of the input would be shown rather than the one that is known. */
    boolean wantsNameOf(int index, long position) {
        // in the order of the input nobody wants another name, and nothing has to be looked up
        boolean inOrder = position > latest && unnamed == 0;
        return !inOrder && (position <= positions.get(index) || addresses.get(index) == NO_NAME);
    }

    /** Takes note of a party's name at a place of the input. */
    int meet(long code, NameBuffer name, long position) {
        int index = codes.findOrAdd(code);
        if (index == positions.size()) {
            addresses.append(name.isEmpty() ? NO_NAME : name.keepIn(names));
            unnamed += name.isEmpty() ? 1 : 0;
            positions.append(position);
        } else if (isBetter(name, position, index)) {
            int address = addresses.get(index);
            unnamed -= address == NO_NAME ? 1 : 0;
            if (address == NO_NAME || !name.isIn(names, address)) {
                addresses.set(index, name.keepIn(names));
            }
            positions.set(index, position);
        }
        latest = Math.max(latest, position);
        return index;
    }

    /** Earlier wins, a name over none; at the same place the lesser, so that the order of meeting does not matter. */
    private boolean isBetter(NameBuffer name, long position, int index) {
        if (name.isEmpty()) {
            return false;
        }
        if (addresses.get(index) == NO_NAME || position < positions.get(index)) {
            return true;
        }
        return position == positions.get(index) && name.toString().compareTo(name(index)) < 0;
    }
}
