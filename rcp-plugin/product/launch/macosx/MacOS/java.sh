# Read by the start scripts: $java is the Java of JAVA_HOME, else the newest one that macOS knows, where it is new enough.
known=$(/usr/libexec/java_home -v 17+ 2>/dev/null)
for java in ${JAVA_HOME:+"$JAVA_HOME/bin/java"} ${known:+"$known/bin/java"} ''; do
  if [ -z "$java" ]; then
    echo "Subsidia a besoin de Java 17 ou plus récent : installez-le, ou nommez-le dans JAVA_HOME." >&2
    echo "Subsidia needs Java 17 or newer: install it, or name it in JAVA_HOME." >&2
    # who started it from the Finder sees no terminal
    [ -t 2 ] || osascript -e 'display alert "Subsidia" message "Java 17 ou plus récent est nécessaire. / Java 17 or newer is needed."' >/dev/null 2>&1
    exit 1
  fi
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
  [ "${version:-0}" -lt 17 ] || break
done
