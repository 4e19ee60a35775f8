# Read by the start scripts: $java is the Java of JAVA_HOME, else that of the PATH, where it is new enough.
for java in ${JAVA_HOME:+"$JAVA_HOME/bin/java"} java ''; do
  if [ -z "$java" ]; then
    echo "Subsidia a besoin de Java 17 ou plus récent : JAVA_HOME ou le PATH doit le nommer." >&2
    echo "Subsidia needs Java 17 or newer: JAVA_HOME or the PATH must name it." >&2
    exit 1
  fi
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
  [ "${version:-0}" -lt 17 ] || break
done
