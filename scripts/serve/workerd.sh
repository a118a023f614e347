#!/bin/sh
# Stands in for workerd: the same process, plus a guard that ends it when the process that started it is gone, however
# that ended. Descriptor 3 is a socket pair to the starter, so reading it comes to an end exactly then. The guard checks
# the name first, as the number could belong to another program by then.
(
  cat <&3 >/dev/null 2>&1
  case "$(cat /proc/$$/comm 2>/dev/null || ps -o comm= -p $$ 2>/dev/null)" in
    *workerd*) kill -KILL $$ 2>/dev/null ;;
  esac
) </dev/null >/dev/null 2>&1 &
exec "$SIGNPOST_WORKERD" "$@"
